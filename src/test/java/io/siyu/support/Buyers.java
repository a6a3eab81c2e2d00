package io.siyu.support;

import io.siyu.buyer.BuyersChanged;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Puts buyers with orders straight into a shop, for tests of what comes after an import. */
@ApplicationScoped
public class Buyers {
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private final Sql sql;
    private final Event<BuyersChanged> changed;

    Buyers(Sql sql, Event<BuyersChanged> changed) {
        this.sql = sql;
        this.changed = changed;
    }

    /** A buyer with a counted order of ten on each of the days. */
    public long add(TestShop shop, String platformId, LocalDate... days) {
        return add(shop, platformId, BigDecimal.TEN, days);
    }

    public long add(TestShop shop, String platformId, BigDecimal amount, LocalDate... days) {
        long buyer = Id.nextValue();
        long shopId = Long.parseLong(shop.id());
        List<LocalDate> sorted = new ArrayList<>(new TreeSet<>(List.of(days)));
        boolean bought = !sorted.isEmpty();
        LocalDate first = bought ? Collections.min(sorted) : null;
        sql.update(
                "INSERT INTO buyer (shop_id, id, platform_id, orders, purchase_days, first_day, last_day, net_spend,"
                        + " first_order_day, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                shopId,
                buyer,
                platformId,
                days.length,
                sorted.size(),
                first,
                bought ? Collections.max(sorted) : null,
                amount.multiply(BigDecimal.valueOf(days.length)),
                bought ? first : LocalDate.of(2020, 1, 1),
                THEN,
                THEN);
        for (int i = 1; i < sorted.size(); i++) {
            sql.update(
                    "INSERT INTO purchase_interval (shop_id, days, intervals) VALUES (?, ?, 1)"
                            + " ON DUPLICATE KEY UPDATE intervals = intervals + 1",
                    shopId,
                    ChronoUnit.DAYS.between(sorted.get(i - 1), sorted.get(i)));
        }
        for (LocalDate day : sorted) {
            long orders = List.of(days).stream().filter(day::equals).count();
            sql.update(
                    "INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net) VALUES (?,?,?,?,?)",
                    shopId,
                    buyer,
                    day,
                    orders,
                    amount.multiply(BigDecimal.valueOf(orders)));
        }
        for (LocalDate day : days) {
            order(shop, buyer, day, amount, null);
        }
        return buyer;
    }

    /** @param exclusion why the order does not count, or null if it does */
    public void order(TestShop shop, Long buyer, LocalDate day, BigDecimal amount, String exclusion) {
        sql.update(
                "INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at, day, paid_amount,"
                        + " refund_amount, net_amount, counted, exclusion, content_hash, source, recorded_at, updated_at)"
                        + " VALUES (?,?,?,?,?,?,?,?,0,?,?,?,?,'GENERIC',?,?)",
                Long.parseLong(shop.id()),
                Id.nextValue(),
                "T" + Id.nextValue(),
                buyer,
                exclusion == null ? "COMPLETED" : "UNPAID",
                THEN,
                day,
                amount,
                amount,
                exclusion == null,
                exclusion,
                new byte[32],
                THEN,
                THEN);
    }

    /** What the end of an import does: tiers and followers come up to date. */
    public void changed(TestShop shop) {
        changed.fire(new BuyersChanged(Long.parseLong(shop.id())));
    }
}
