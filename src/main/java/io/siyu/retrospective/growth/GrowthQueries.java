package io.siyu.retrospective.growth;

import io.siyu.follower.loss.LossReason;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts who became a follower on some accounts, and who is one no more. */
@ApplicationScoped
public class GrowthQueries {
    private final Sql sql;

    GrowthQueries(Sql sql) {
        this.sql = sql;
    }

    /** From one day to another, both included; none on no account. */
    public Growth of(Shop shop, Collection<Long> accounts, LocalDate from, LocalDate to) {
        if (accounts.isEmpty()) {
            return Growth.NONE;
        }
        int adds = sql.first(
                        SqlFragment.named(
                                "SELECT COUNT(*) AS n FROM follower f WHERE f.shop_id = :shop AND f.added_at >= :from"
                                        + " AND f.added_at < :until AND f.account_id IN (:accounts)",
                                Map.of(
                                        "shop", shop.id(),
                                        "from", from.atStartOfDay(shop.zone()).toInstant(),
                                        "until",
                                                to.plusDays(1)
                                                        .atStartOfDay(shop.zone())
                                                        .toInstant(),
                                        "accounts", accounts)),
                        row -> row.intAt("n"))
                .orElseThrow();
        Map<LossReason, Integer> losses = new TreeMap<>();
        sql.forEach(
                SqlFragment.named(
                        "SELECT l.reason, COUNT(*) AS n FROM follower_loss l WHERE l.shop_id = :shop"
                                + " AND l.day BETWEEN :from AND :to AND l.account_id IN (:accounts) GROUP BY l.reason",
                        Map.of("shop", shop.id(), "from", from, "to", to, "accounts", accounts)),
                row -> losses.put(row.enumAt("reason", LossReason.class), row.intAt("n")));
        return new Growth(
                adds, losses.values().stream().mapToInt(Integer::intValue).sum(), losses);
    }
}
