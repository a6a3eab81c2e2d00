package io.siyu.platform.idempotency;

import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.EncryptedTable;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFailure;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers for two days, in the transaction of the work that they answer. */
@ApplicationScoped
class KeptAnswerRepository implements DueWork {
    static final String TABLE = "idempotency_key";
    private static final String KIND = "kept answer";
    private static final Duration KEPT = Duration.ofDays(2);

    /** How long a repeated request waits for the first one: for less than a statement of a request may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int DELETED_AT_ONCE = 1000;
    private static final int ENCRYPTED_AT_ONCE = 100;
    private static final int AFTER_ALL_ELSE = 1000;

    private final Sql sql;
    private final DocumentEncryption documents;
    private final AnswerFormat format;

    KeptAnswerRepository(Sql sql, DocumentEncryption documents, AnswerFormat format) {
        this.sql = sql;
        this.documents = documents;
        this.format = format;
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedAnswers() {
        return new EncryptedTable(
                TABLE,
                "id",
                Map.of("answer_enc", (shopId, id) -> DocumentEncryption.context(shopId, KIND, id)),
                ENCRYPTED_AT_ONCE);
    }

    /**
     * Waits for whoever is at work under the key.
     *
     * @return whether the key was new, and is this transaction's to work under
     * @throws io.siyu.platform.problem.ProblemException 409 if that takes long
     */
    boolean reserve(byte[] key, byte[] requestHash, Instant now) {
        try {
            return insert(key, requestHash, now) == 1;
        } catch (SqlFailure e) {
            if (Contention.isLockWaitOver(e)) {
                throw ErrorCode.IN_PROGRESS.problem(
                        "The first request with this key is still being worked on; try again in a moment.");
            }
            throw e;
        }
    }

    /** Nobody's work is waited for as long as the database would by itself; what it would is the connection's again after. */
    private int insert(byte[] key, byte[] requestHash, Instant now) {
        sql.update("SET @siyu_lock_wait = @@SESSION.innodb_lock_wait_timeout, SESSION innodb_lock_wait_timeout = "
                + PATIENCE.toSeconds());
        try {
            return sql.update(
                    "INSERT IGNORE INTO idempotency_key (key_hash, shop_id, id, request_hash, created_at)"
                            + " VALUES (?, 0, ?, ?, ?)",
                    key,
                    Id.nextValue(),
                    requestHash,
                    now);
        } finally {
            sql.update("SET SESSION innodb_lock_wait_timeout = @siyu_lock_wait");
        }
    }

    void keep(byte[] key, Answer answer) {
        long id = sql.first("SELECT id FROM idempotency_key WHERE key_hash = ?", row -> row.longAt("id"), key)
                .orElseThrow();
        sql.update(
                "UPDATE idempotency_key SET shop_id = ?, answer_enc = ? WHERE key_hash = ?",
                answer.shopId(),
                documents.seal(answer.shopId(), KIND, id, format.bytes(answer)),
                key);
    }

    void forget(byte[] key) {
        sql.update("DELETE FROM idempotency_key WHERE key_hash = ?", key);
    }

    Optional<KeptAnswer> find(byte[] key) {
        return sql.first(
                "SELECT shop_id, id, request_hash, answer_enc FROM idempotency_key WHERE key_hash = ?",
                KeptAnswerRepository::read,
                key);
    }

    Answer open(KeptAnswer kept) {
        return format.parse(bytesOf(kept));
    }

    byte[] bytesOf(KeptAnswer kept) {
        return documents.open(kept.shopId(), KIND, kept.id(), kept.sealed());
    }

    /** The ids of those of a shop, 0 for answers of none or several, behind one of them. */
    List<Long> listIdsAfter(long shopId, long id, int rows) {
        return sql.list(
                "SELECT id FROM idempotency_key WHERE shop_id = ? AND id > ? ORDER BY id LIMIT ?",
                row -> row.longAt("id"),
                shopId,
                id,
                rows);
    }

    Optional<KeptAnswer> find(long shopId, long id) {
        return sql.first(
                "SELECT shop_id, id, request_hash, answer_enc FROM idempotency_key WHERE shop_id = ? AND id = ?",
                KeptAnswerRepository::read,
                shopId,
                id);
    }

    /** What was done stays done: the key keeps others from doing it again. */
    boolean erase(KeptAnswer kept) {
        return sql.update(
                        "UPDATE idempotency_key SET answer_enc = NULL WHERE shop_id = ? AND id = ? AND answer_enc IS NOT NULL",
                        kept.shopId(),
                        kept.id())
                == 1;
    }

    private static KeptAnswer read(ResultRow row) throws SQLException {
        return new KeptAnswer(
                row.longAt("shop_id"), row.longAt("id"), row.bytesAt("request_hash"), row.bytesAt("answer_enc"));
    }

    @Override
    public int runDue(Instant now) {
        return sql.update("DELETE FROM idempotency_key WHERE created_at < ? LIMIT " + DELETED_AT_ONCE, now.minus(KEPT));
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }
}
