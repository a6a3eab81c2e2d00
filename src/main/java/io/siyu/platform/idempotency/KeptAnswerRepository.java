package io.siyu.platform.idempotency;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps the answers for two days. Each step stands for itself, outside the request's own transaction. */
@ApplicationScoped
class KeptAnswerRepository implements DueWork {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int DELETED_AT_ONCE = 1000;

    private final Sql sql;

    KeptAnswerRepository(Sql sql) {
        this.sql = sql;
    }

    /** @return whether the key was new, and is the caller's to work on */
    boolean reserve(String username, String key, byte[] requestHash, Instant now) {
        return sql.update(
                        "INSERT IGNORE INTO idempotency_key (username, idempotency_key, request_hash, created_at) VALUES (?, ?, ?, ?)",
                        username,
                        key,
                        requestHash,
                        now)
                == 1;
    }

    /** Takes over a key whose first request never came to an end; of several who try, one does. */
    boolean takeOver(String username, String key, KeptAnswer seen, Instant now) {
        return sql.update(
                        "UPDATE idempotency_key SET created_at = ? WHERE username = ? AND idempotency_key = ? AND status IS NULL AND created_at = ?",
                        now,
                        username,
                        key,
                        seen.createdAt())
                == 1;
    }

    void keep(String username, String key, int status, String location, String body) {
        sql.update(
                "UPDATE idempotency_key SET status = ?, location = ?, body = ? WHERE username = ? AND idempotency_key = ?",
                status,
                location,
                body,
                username,
                key);
    }

    void forget(String username, String key) {
        sql.update("DELETE FROM idempotency_key WHERE username = ? AND idempotency_key = ?", username, key);
    }

    Optional<KeptAnswer> find(String username, String key) {
        return sql.first(
                "SELECT request_hash, status, location, body, created_at FROM idempotency_key"
                        + " WHERE username = ? AND idempotency_key = ?",
                row -> new KeptAnswer(
                        row.bytesAt("request_hash"),
                        row.nullableIntAt("status"),
                        row.textAt("location"),
                        row.textAt("body"),
                        row.instantAt("created_at")),
                username,
                key);
    }

    @Override
    public int runDue(Instant now) {
        return sql.update("DELETE FROM idempotency_key WHERE created_at < ? LIMIT " + DELETED_AT_ONCE, now.minus(KEPT));
    }

    @Override
    public int order() {
        return 1000;
    }
}
