package io.siyu.webhook;

import io.siyu.order.Reason;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.platform.time.ShopLease;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Deliveries as rows: stored once, worked in the order of their arrival. */
@ApplicationScoped
public class HookDeliveryRepository {
    private static final Logger LOG = Logger.getLogger(HookDeliveryRepository.class);
    public static final String BODY = "HOOK_BODY";
    private static final String SHOWN = "SELECT shop_id, id, source, topic, status, attempts, received_at, next_at,"
            + " done_at, order_no, reason FROM hook_delivery ";

    private final Sql sql;
    private final DocumentEncryption documents;

    HookDeliveryRepository(Sql sql, DocumentEncryption documents) {
        this.sql = sql;
        this.documents = documents;
    }

    /** What is stored of a delivery once it was worked. */
    public record Outcome(
            long id,
            HookStatus status,
            int attempts,
            Instant nextAt,
            Instant bodyUntil,
            Instant doneAt,
            HookVerdict verdict) {}

    /** Stores a delivery; one that is there already stays as it is. */
    public void add(long shopId, HookHeaders headers, byte[] body, Instant now) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO hook_delivery (shop_id, id, source, delivery_key, topic, is_test, triggered_at, body_enc,"
                        + " body_bytes, status, next_at, received_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " ON DUPLICATE KEY UPDATE id = id",
                shopId,
                id,
                headers.source().code(),
                headers.deliveryKey(body),
                headers.topic(),
                headers.isTest(),
                headers.triggeredAt(),
                documents.seal(shopId, BODY, id, body),
                body.length,
                HookStatus.RECEIVED,
                now,
                now);
    }

    /** @param dueSince null if there are none; later than now if all of them are put off */
    public record Backlog(long deliveries, Instant dueSince) {}

    /** What waits in all shops. */
    public Backlog backlog() {
        return sql.first(
                        "SELECT COUNT(*) AS n, MIN(next_at) AS since FROM hook_delivery WHERE status = 'RECEIVED'",
                        row -> new Backlog(row.longAt("n"), row.instantAt("since")))
                .orElseThrow();
    }

    /** Those that nobody is working on. */
    public List<Long> listShopsWithDue(Instant now, int rows) {
        return sql.list(
                "SELECT DISTINCT d.shop_id FROM hook_delivery d LEFT JOIN webhook_lease l ON l.shop_id = d.shop_id"
                        + " WHERE d.status = 'RECEIVED' AND d.next_at <= ?"
                        + " AND " + ShopLease.isFree("l") + " LIMIT ?",
                row -> row.longAt("shop_id"),
                now,
                rows);
    }

    /** The earliest that are due, as many as the limits allow, but at least one if there is one. */
    public List<HookDelivery> listDue(long shopId, HookSource source, Instant now, int most, int mostBytes) {
        List<Long> ids = new ArrayList<>();
        int[] bytes = {0};
        sql.forEach(
                "SELECT id, body_bytes FROM hook_delivery WHERE shop_id = ? AND source = ? AND status = 'RECEIVED'"
                        + " AND next_at <= ? ORDER BY id LIMIT ?",
                row -> {
                    bytes[0] += row.intAt("body_bytes");
                    if (ids.isEmpty() || bytes[0] <= mostBytes) {
                        ids.add(row.longAt("id"));
                    }
                },
                shopId,
                source.code(),
                now,
                most);
        return ids.isEmpty() ? List.of() : listBodies(shopId, source, ids);
    }

    public void keepOutcomes(long shopId, Collection<Outcome> all) {
        List<Object[]> rows = new ArrayList<>();
        for (Outcome one : all) {
            rows.add(new Object[] {
                one.status(),
                one.attempts(),
                one.nextAt(),
                one.bodyUntil(),
                one.doneAt(),
                one.verdict().orderNo(),
                storedReason(one.verdict()),
                shopId,
                one.id()
            });
        }
        sql.batch(
                "UPDATE hook_delivery SET status = ?, attempts = ?, next_at = ?, body_until = ?, done_at = ?,"
                        + " order_no = ?, reason = ? WHERE shop_id = ? AND id = ? AND status = 'RECEIVED'",
                rows);
    }

    /** Newest first. */
    List<HookDeliveryResponse> list(long shopId, HookStatus status, Long before, int rows, Language language) {
        SqlFragment query = SqlFragment.of(SHOWN + "WHERE shop_id = ?", shopId);
        if (status != null) {
            query = query.add(" AND status = ?", status);
        }
        if (before != null) {
            query = query.add(" AND id < ?", before);
        }
        return sql.list(query.add(" ORDER BY id DESC LIMIT ?", rows), row -> show(row, language));
    }

    Optional<HookDeliveryResponse> findInAny(Collection<Long> shopIds, long id, Language language) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        SHOWN + "WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        row -> show(row, language),
                        InLists.params(shopIds, id));
    }

    /** Whether it was failed, still had its body, and is now due again. */
    boolean retry(long shopId, long id, Instant now) {
        return sql.update(
                        "UPDATE hook_delivery SET status = 'RECEIVED', attempts = 0, next_at = ?, body_until = NULL,"
                                + " done_at = NULL, reason = NULL WHERE shop_id = ? AND id = ? AND status = 'FAILED'"
                                + " AND body_enc IS NOT NULL",
                        now,
                        shopId,
                        id)
                == 1;
    }

    public long count(long shopId, HookSource source, HookStatus status) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM hook_delivery WHERE shop_id = ? AND source = ? AND status = ?",
                        row -> row.longAt("n"),
                        shopId,
                        source.code(),
                        status)
                .orElse(0L);
    }

    public Optional<Instant> findLastReceived(long shopId, HookSource source) {
        return sql.first(
                "SELECT received_at FROM hook_delivery WHERE shop_id = ?" + " AND source = ? ORDER BY id DESC LIMIT 1",
                row -> row.instantAt("received_at"),
                shopId,
                source.code());
    }

    int dropBodies(Instant now, int rows) {
        return sql.update(
                "UPDATE hook_delivery SET body_enc = NULL, body_until = NULL WHERE body_until <= ?"
                        + " ORDER BY body_until LIMIT ?",
                now,
                rows);
    }

    /** Deletes finished deliveries that are older. */
    int deleteReceivedBefore(Instant time, int rows) {
        return sql.update(
                "DELETE FROM hook_delivery WHERE received_at < ? AND status <> 'RECEIVED'"
                        + " ORDER BY received_at LIMIT ?",
                time,
                rows);
    }

    private List<HookDelivery> listBodies(long shopId, HookSource source, List<Long> ids) {
        return sql.list(
                "SELECT id, topic, is_test, triggered_at, received_at, attempts, body_enc FROM hook_delivery"
                        + " WHERE shop_id = ? AND id IN (" + Sql.places(ids.size()) + ") ORDER BY id",
                row -> new HookDelivery(
                        row.longAt("id"),
                        source,
                        row.textAt("topic"),
                        row.booleanAt("is_test"),
                        row.instantAt("triggered_at"),
                        row.instantAt("received_at"),
                        row.intAt("attempts"),
                        open(shopId, row.longAt("id"), row.bytesAt("body_enc"))),
                InLists.params(ids, shopId));
    }

    /** One that does not open must not stand in the way of the others. */
    private byte[] open(long shopId, long id, byte[] body) {
        try {
            return documents.open(shopId, BODY, id, body);
        } catch (IllegalStateException e) {
            LOG.errorf("The body of delivery %d of shop %d cannot be decrypted", id, shopId);
            return null;
        }
    }

    private static HookDeliveryResponse show(ResultRow row, Language language) throws SQLException {
        Reason reason = Reason.parse(row.textAt("reason"));
        return new HookDeliveryResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                HookSource.fromString(row.textAt("source")),
                row.textAt("topic"),
                row.enumAt("status", HookStatus.class),
                row.intAt("attempts"),
                row.instantAt("received_at"),
                row.instantAt("next_at"),
                row.instantAt("done_at"),
                row.textAt("order_no"),
                reason == null ? null : reason.in(language));
    }

    private static String storedReason(HookVerdict verdict) {
        return verdict.reason() == null ? null : verdict.reason().stored();
    }
}
