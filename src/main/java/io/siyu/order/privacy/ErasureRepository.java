package io.siyu.order.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.EncryptedTable;
import io.siyu.platform.privacy.PersonFacts;
import io.siyu.platform.privacy.SealedBytes;
import io.siyu.platform.sql.Row;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps how far each erasure is, and until it is over, encrypted, what it looks for. */
@ApplicationScoped
class ErasureRepository {
    private static final String KIND = "erasure";
    private static final int ENCRYPTED_AT_ONCE = 100;

    private final Sql sql;
    private final SealedBytes sealed;
    private final ObjectMapper json;

    ErasureRepository(Sql sql, SealedBytes sealed, ObjectMapper json) {
        this.sql = sql;
        this.sealed = sealed;
        this.json = json;
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedWords() {
        return new EncryptedTable(
                "buyer_erasure",
                "id",
                Map.of("words_enc", (shopId, id) -> SealedBytes.context(shopId, KIND, id)),
                ENCRYPTED_AT_ONCE);
    }

    void request(long shopId, long buyerId, PersonFacts facts, Instant now) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO buyer_erasure (shop_id, id, buyer_id, status, words_enc, place, found, requested_at, next_at)"
                        + " VALUES (?, ?, ?, 'SEARCHING', ?, '', '{}', ?, ?)",
                shopId,
                id,
                buyerId,
                sealed.seal(shopId, KIND, id, bytes(facts)),
                now,
                now);
    }

    /** The next one whose turn it is, locked; of several replicas each takes another. */
    Optional<Erasure> lockDue(Instant now) {
        return sql.first(
                "SELECT * FROM buyer_erasure WHERE status = 'SEARCHING' AND next_at <= ? ORDER BY next_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED",
                this::read,
                now);
    }

    Optional<Erasure> findLast(long shopId, long buyerId) {
        return sql.first(
                "SELECT * FROM buyer_erasure WHERE shop_id = ? AND buyer_id = ? ORDER BY id DESC LIMIT 1",
                this::read,
                shopId,
                buyerId);
    }

    void keep(Erasure erasure) {
        sql.update(
                "UPDATE buyer_erasure SET status = ?, words_enc = ?, place = ?, checkpoint = ?, rows_searched = ?,"
                        + " found = ?, finished_at = ? WHERE shop_id = ? AND id = ?",
                erasure.status(),
                erasure.words(),
                erasure.place(),
                erasure.checkpoint(),
                erasure.rows(),
                text(erasure.found()),
                erasure.finishedAt(),
                erasure.shopId(),
                erasure.id());
    }

    /** Lets others go first that wait for their turn. */
    void putOff(Erasure erasure, Instant until) {
        sql.update(
                "UPDATE buyer_erasure SET next_at = ? WHERE shop_id = ? AND id = ?",
                until,
                erasure.shopId(),
                erasure.id());
    }

    PersonFacts factsOf(Erasure erasure) {
        try {
            return json.readValue(
                    sealed.open(erasure.shopId(), KIND, erasure.id(), erasure.words()), PersonFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What an erasure looks for cannot be read", e);
        }
    }

    private Erasure read(Row row) throws SQLException {
        return new Erasure(
                row.longAt("shop_id"),
                row.longAt("id"),
                row.longAt("buyer_id"),
                row.enumAt("status", ErasureStatus.class),
                row.bytesAt("words_enc"),
                row.textAt("place"),
                row.textAt("checkpoint"),
                row.longAt("rows_searched"),
                counts(row.textAt("found")),
                row.instantAt("requested_at"),
                row.instantAt("finished_at"));
    }

    private Map<String, Integer> counts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What an erasure found cannot be read", e);
        }
    }

    private String text(Map<String, Integer> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What an erasure found cannot be written", e);
        }
    }

    private byte[] bytes(PersonFacts facts) {
        try {
            return json.writeValueAsBytes(facts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What an erasure looks for cannot be written", e);
        }
    }
}
