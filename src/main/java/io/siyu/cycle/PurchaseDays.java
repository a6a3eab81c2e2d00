package io.siyu.cycle;

import io.siyu.buyer.Tier;
import io.siyu.order.Exclusion;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what cycles are measured on, up to a day: purchase days and the orders that counted or did not. */
@ApplicationScoped
class PurchaseDays {
    private final Sql sql;

    PurchaseDays(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whose purchases are read.
     *
     * @param followersOnly only buyers who are followers (ADDED) now
     * @param tier only buyers who are in this tier now, or null for all
     */
    record Whose(long shopId, boolean followersOnly, Tier tier, LocalDate asOf) {
        boolean isWholeShop() {
            return !followersOnly && tier == null;
        }

        /** Joins that narrow rows of a table with shop_id and buyer_id down to these buyers. */
        private String joins(String alias) {
            String joins = "";
            if (followersOnly) {
                joins +=
                        " JOIN follower f ON f.shop_id = %1$s.shop_id AND f.buyer_id = %1$s.buyer_id AND f.status = 'ADDED'";
            }
            if (tier != null) {
                joins += " JOIN buyer b ON b.shop_id = %1$s.shop_id AND b.id = %1$s.buyer_id AND b.tier = ?";
            }
            return joins.formatted(alias);
        }

        private Object[] parameters() {
            List<Object> parameters = new ArrayList<>();
            if (tier != null) {
                parameters.add(tier);
            }
            parameters.add(shopId);
            parameters.add(asOf);
            return parameters.toArray();
        }
    }

    /**
     * The orders behind a cycle.
     *
     * @param excluded orders that did not count, by reason; every reason is there
     */
    record Orders(long counted, BigDecimal netAmount, Map<Exclusion, Long> excluded) {}

    CycleMeter.Measured measure(Whose whose) {
        CycleMeter meter = new CycleMeter();
        sql.forEach(
                "SELECT p.buyer_id, p.day FROM purchase_day p" + whose.joins("p")
                        + " WHERE p.shop_id = ? AND p.day <= ? ORDER BY p.buyer_id, p.day",
                row -> meter.read(row.longAt("buyer_id"), row.dayAt("day")),
                whose.parameters());
        return meter.finish();
    }

    /** The pooled mean alone: intervals telescope, so first day, last day and count of each buyer are enough. */
    MeanCycle pooled(Whose whose, CycleBasis basis) {
        if (whose.tier() == null && !hasOrdersAfter(whose.shopId(), whose.asOf())) {
            return whose.followersOnly()
                    ? pooledOverFollowers(whose.shopId(), basis)
                    : pooledNow(whose.shopId(), basis);
        }
        return sql.first(
                        "SELECT COALESCE(SUM(d.span), 0) AS span, COALESCE(SUM(d.days - 1), 0) AS intervals FROM ("
                                + "SELECT DATEDIFF(MAX(p.day), MIN(p.day)) AS span, COUNT(*) AS days FROM purchase_day p"
                                + whose.joins("p") + " WHERE p.shop_id = ? AND p.day <= ? GROUP BY p.buyer_id) d",
                        row -> new MeanCycle(basis, row.longAt("span"), row.longAt("intervals")),
                        whose.parameters())
                .orElseThrow();
    }

    /** Whether what is kept in step with the orders shows more than the day could know. */
    boolean hasOrdersAfter(long shopId, LocalDate day) {
        return sql.first(
                        "SELECT 1 AS one FROM shop_order WHERE shop_id = ? AND day > ? LIMIT 1",
                        row -> row.intAt("one"),
                        shopId,
                        day)
                .isPresent();
    }

    private MeanCycle pooledNow(long shopId, CycleBasis basis) {
        return sql.first(
                        "SELECT COALESCE(SUM(days * intervals), 0) AS span, COALESCE(SUM(intervals), 0) AS intervals"
                                + " FROM purchase_interval WHERE shop_id = ?",
                        row -> new MeanCycle(basis, row.longAt("span"), row.longAt("intervals")),
                        shopId)
                .orElseThrow();
    }

    private MeanCycle pooledOverFollowers(long shopId, CycleBasis basis) {
        return sql.first(
                        "SELECT COALESCE(SUM(DATEDIFF(b.last_day, b.first_day)), 0) AS span,"
                                + " COALESCE(SUM(b.purchase_days - 1), 0) AS intervals FROM follower f"
                                + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                                + " WHERE f.shop_id = ? AND f.status = 'ADDED' AND b.purchase_days > 0",
                        row -> new MeanCycle(basis, row.longAt("span"), row.longAt("intervals")),
                        shopId)
                .orElseThrow();
    }

    /** Orders of the whole shop include those without a buyer: they are sales, though nobody's cycle. */
    Orders orders(Whose whose) {
        Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
        for (Exclusion reason : Exclusion.values()) {
            excluded.put(reason, 0L);
        }
        long counted = 0;
        BigDecimal net = BigDecimal.ZERO;
        for (Sum sum : sums(whose)) {
            if (sum.exclusion() == null) {
                counted += sum.orders();
                net = net.add(sum.netAmount());
            } else {
                excluded.merge(sum.exclusion(), sum.orders(), Long::sum);
            }
        }
        return new Orders(counted, net, excluded);
    }

    private record Sum(Exclusion exclusion, long orders, BigDecimal netAmount) {}

    private List<Sum> sums(Whose whose) {
        return sql.list(
                "SELECT o.exclusion, COUNT(*) AS orders, COALESCE(SUM(o.net_amount), 0) AS net FROM shop_order o"
                        + whose.joins("o") + " WHERE o.shop_id = ? AND o.day <= ? GROUP BY o.exclusion",
                row -> new Sum(row.enumAt("exclusion", Exclusion.class), row.longAt("orders"), row.decimalAt("net")),
                whose.parameters());
    }
}
