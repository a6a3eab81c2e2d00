package io.siyu.privacy.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.EncryptedTable;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.sql.ResultRow;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps how far each erasure is, and until it is over, encrypted, what it looks for. */
@ApplicationScoped
class ErasureRepository {
    private static final String KIND = "erasure";
    private static final int ENCRYPTED_AT_ONCE = 100;

    private final Sql sql;
    private final DocumentEncryption documents;
    private final ObjectMapper json;

    ErasureRepository(Sql sql, DocumentEncryption documents, ObjectMapper json) {
        this.sql = sql;
        this.documents = documents;
        this.json = json;
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedWords() {
        return new EncryptedTable(
                "buyer_erasure",
                "id",
                Map.of("words_enc", (shopId, id) -> DocumentEncryption.context(shopId, KIND, id)),
                ENCRYPTED_AT_ONCE);
    }

    void request(long shopId, long buyerId, PersonFacts facts, Instant now) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO buyer_erasure (shop_id, id, buyer_id, status, words_enc, requested_at, next_at)"
                        + " VALUES (?, ?, ?, 'SEARCHING', ?, ?, ?)",
                shopId,
                id,
                buyerId,
                documents.seal(shopId, KIND, id, bytes(facts)),
                now,
                now);
    }

    /** The next one whose turn it is, locked; of several replicas each takes another. */
    Optional<Erasure> lockDue(Instant now) {
        return sql.first(
                        "SELECT * FROM buyer_erasure WHERE status = 'SEARCHING' AND next_at <= ? ORDER BY next_at LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED",
                        ErasureRepository::read,
                        now)
                .map(this::withPlaces);
    }

    /** Waits for whoever takes a step of it. */
    void lock(long shopId, long id) {
        sql.first(
                "SELECT id FROM buyer_erasure WHERE shop_id = ? AND id = ? FOR UPDATE",
                row -> row.longAt("id"),
                shopId,
                id);
    }

    Optional<Erasure> find(long shopId, long id) {
        return sql.first(
                        "SELECT * FROM buyer_erasure WHERE shop_id = ? AND id = ?", ErasureRepository::read, shopId, id)
                .map(this::withPlaces);
    }

    Optional<Erasure> findLast(long shopId, long buyerId) {
        return sql.first(
                        "SELECT * FROM buyer_erasure WHERE shop_id = ? AND buyer_id = ? ORDER BY id DESC LIMIT 1",
                        ErasureRepository::read,
                        shopId,
                        buyerId)
                .map(this::withPlaces);
    }

    void keep(Erasure erasure, PlaceProgress reached) {
        sql.update(
                "INSERT INTO buyer_erasure_place (shop_id, erasure_id, place, checkpoint, is_through, rows_searched,"
                        + " found, perhaps, perhaps_ids, failures, next_at, obstacle)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE checkpoint = VALUES(checkpoint), is_through = VALUES(is_through),"
                        + " rows_searched = VALUES(rows_searched), found = VALUES(found), perhaps = VALUES(perhaps),"
                        + " perhaps_ids = VALUES(perhaps_ids), failures = VALUES(failures),"
                        + " next_at = VALUES(next_at), obstacle = VALUES(obstacle)",
                erasure.shopId(),
                erasure.id(),
                reached.place(),
                reached.checkpoint(),
                reached.isThrough(),
                reached.rows(),
                reached.found(),
                reached.perhaps(),
                String.join(",", reached.perhapsIds()),
                reached.failures(),
                reached.nextAt(),
                reached.obstacle());
    }

    /** Looks for more from now on. */
    void keep(Erasure erasure, PersonFacts facts) {
        sql.update(
                "UPDATE buyer_erasure SET words_enc = ? WHERE shop_id = ? AND id = ?",
                documents.seal(erasure.shopId(), KIND, erasure.id(), bytes(facts)),
                erasure.shopId(),
                erasure.id());
    }

    /** What it looked for is forgotten. */
    void finish(Erasure erasure, Instant now) {
        sql.update(
                "UPDATE buyer_erasure SET status = 'DONE', words_enc = NULL, finished_at = ? WHERE shop_id = ? AND id = ?",
                now,
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
                    documents.open(erasure.shopId(), KIND, erasure.id(), erasure.words()), PersonFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What an erasure looks for cannot be read", e);
        }
    }

    private static Erasure read(ResultRow row) throws SQLException {
        return new Erasure(
                row.longAt("shop_id"),
                row.longAt("id"),
                row.longAt("buyer_id"),
                row.enumAt("status", ErasureStatus.class),
                row.bytesAt("words_enc"),
                row.instantAt("requested_at"),
                row.instantAt("finished_at"),
                Map.of());
    }

    private Erasure withPlaces(Erasure erasure) {
        Map<String, PlaceProgress> places = sql
                .list(
                        "SELECT * FROM buyer_erasure_place WHERE shop_id = ? AND erasure_id = ?",
                        ErasureRepository::readPlace,
                        erasure.shopId(),
                        erasure.id())
                .stream()
                .collect(Collectors.toMap(PlaceProgress::place, progress -> progress));
        return new Erasure(
                erasure.shopId(),
                erasure.id(),
                erasure.buyerId(),
                erasure.status(),
                erasure.words(),
                erasure.requestedAt(),
                erasure.finishedAt(),
                places);
    }

    private static PlaceProgress readPlace(ResultRow row) throws SQLException {
        return new PlaceProgress(
                row.textAt("place"),
                row.textAt("checkpoint"),
                row.booleanAt("is_through"),
                row.longAt("rows_searched"),
                row.intAt("found"),
                row.intAt("perhaps"),
                Stream.of(row.textAt("perhaps_ids").split(","))
                        .filter(id -> !id.isEmpty())
                        .toList(),
                row.intAt("failures"),
                row.instantAt("next_at"),
                row.enumAt("obstacle", ErasureObstacle.class));
    }

    private byte[] bytes(PersonFacts facts) {
        try {
            return json.writeValueAsBytes(facts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What an erasure looks for cannot be written", e);
        }
    }
}
