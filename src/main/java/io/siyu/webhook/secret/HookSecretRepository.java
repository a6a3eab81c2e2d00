package io.siyu.webhook.secret;

import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.webhook.HookSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keeps the secrets of webhooks, encrypted. */
@ApplicationScoped
public class HookSecretRepository {
    private static final String KIND = "HOOK_SECRET:";
    private static final String COLUMNS = "SELECT source, secret_enc, previous_enc, previous_until, created_at,"
            + " changed_at, changed_by FROM hook_secret WHERE shop_id = ?";

    private final Sql sql;
    private final DocumentEncryption documents;

    HookSecretRepository(Sql sql, DocumentEncryption documents) {
        this.sql = sql;
        this.documents = documents;
    }

    public Optional<HookSecret> findBySource(long shopId, HookSource source) {
        return sql.first(COLUMNS + " AND source = ?", row -> read(shopId, row), shopId, source.code());
    }

    List<HookSecret> list(long shopId) {
        return sql.list(COLUMNS + " ORDER BY source", row -> read(shopId, row), shopId);
    }

    void save(long shopId, HookSecret secret) {
        sql.update(
                "INSERT INTO hook_secret (shop_id, source, secret_enc, previous_enc, previous_until, created_at,"
                        + " changed_at, changed_by) VALUES (?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE"
                        + " secret_enc = VALUES(secret_enc), previous_enc = VALUES(previous_enc),"
                        + " previous_until = VALUES(previous_until), changed_at = VALUES(changed_at),"
                        + " changed_by = VALUES(changed_by)",
                shopId,
                secret.source().code(),
                seal(shopId, secret.source(), secret.current()),
                seal(shopId, secret.source(), secret.previous()),
                secret.previousUntil(),
                secret.createdAt(),
                secret.changedAt(),
                secret.changedBy());
    }

    void delete(long shopId, HookSource source) {
        sql.update("DELETE FROM hook_secret WHERE shop_id = ? AND source = ?", shopId, source.code());
    }

    private HookSecret read(long shopId, ResultRow row) throws SQLException {
        HookSource source = HookSource.fromString(row.textAt("source"));
        return new HookSecret(
                source,
                open(shopId, source, row.bytesAt("secret_enc")),
                open(shopId, source, row.bytesAt("previous_enc")),
                row.instantAt("previous_until"),
                row.instantAt("created_at"),
                row.instantAt("changed_at"),
                row.textAt("changed_by"));
    }

    /** What a secret is bound to. */
    static byte[] context(long shopId, HookSource source) {
        return DocumentEncryption.context(shopId, KIND + source.code(), shopId);
    }

    private byte[] seal(long shopId, HookSource source, byte[] secret) {
        return secret == null ? null : documents.seal(shopId, KIND + source.code(), shopId, secret);
    }

    private byte[] open(long shopId, HookSource source, byte[] secret) {
        return secret == null ? null : documents.open(shopId, KIND + source.code(), shopId, secret);
    }
}
