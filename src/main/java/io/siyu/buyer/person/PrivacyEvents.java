package io.siyu.buyer.person;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Who exported, opted out or erased a buyer, and when. */
@ApplicationScoped
public class PrivacyEvents {
    private final Sql sql;

    PrivacyEvents(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param reason null for none, and after an erasure
     * @param staffId null for what followed by itself
     */
    public record Event(PrivacyEventKind kind, String reason, Long staffId, Instant at) {}

    public void add(long shopId, long buyerId, Event event) {
        sql.update(
                "INSERT INTO buyer_privacy_event (shop_id, id, buyer_id, kind, reason, staff_id, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                shopId,
                Id.nextValue(),
                buyerId,
                event.kind(),
                event.reason(),
                event.staffId(),
                event.at());
    }

    public Optional<Event> findLatest(long shopId, long buyerId, PrivacyEventKind kind) {
        return sql.first(
                "SELECT kind, reason, staff_id, at FROM buyer_privacy_event"
                        + " WHERE shop_id = ? AND buyer_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
                row -> new Event(
                        row.enumAt("kind", PrivacyEventKind.class),
                        row.textAt("reason"),
                        row.nullableLongAt("staff_id"),
                        row.instantAt("at")),
                shopId,
                buyerId,
                kind);
    }
}
