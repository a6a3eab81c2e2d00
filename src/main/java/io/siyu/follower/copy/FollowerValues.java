package io.siyu.follower.copy;

import io.siyu.buyer.Tier;
import io.siyu.content.CopyVariable;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in a private message for the variables of its recipient, as of a day of the shop. */
@ApplicationScoped
public class FollowerValues {
    /**
     * The article that the buyer {@code b} bought last, in SQL; NULL where none is known. What was taken out of its order, or
     * sent back, was not bought.
     */
    static final String LAST_PRODUCT = "(SELECT l.title FROM shop_order o JOIN order_line l ON l.shop_id = o.shop_id"
            + " AND l.order_id = o.id WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id AND o.counted"
            + " AND (l.quantity IS NULL OR l.quantity > 0) AND TRIM(l.title) <> ''"
            + " ORDER BY o.day DESC, o.id DESC, l.line_no LIMIT 1)";

    private final Sql sql;

    FollowerValues(Sql sql) {
        this.sql = sql;
    }

    private record Valued(long followerId, Map<CopyVariable, String> values) {}

    /** By follower; those that are not there are not in it. */
    public Map<Long, Map<CopyVariable, String>> of(long shopId, Collection<Long> followerIds, LocalDate today) {
        Map<Long, Map<CopyVariable, String>> values = new HashMap<>();
        for (List<Long> some : InLists.of(followerIds)) {
            SqlFragment query = SqlFragment.named(
                    "SELECT f.id, f.remark, f.tier, b.last_day, " + TierStandings.DUE_DAY + " AS due_day, "
                            + LAST_PRODUCT + " AS last_product FROM follower f"
                            + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                            + " LEFT JOIN tier_run r ON r.shop_id = f.shop_id"
                            + " WHERE f.shop_id = :shop AND f.id IN (:ids)",
                    Map.of("shop", shopId, "ids", some));
            sql.list(query, row -> valued(row, today))
                    .forEach(valued -> values.put(valued.followerId(), valued.values()));
        }
        return values;
    }

    private static Valued valued(ResultRow row, LocalDate today) throws SQLException {
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        String remark = row.textAt("remark");
        String name = remark == null || remark.isBlank() ? CopyVariable.NO_NAME : remark.strip();
        values.put(CopyVariable.NICKNAME, name);
        values.put(CopyVariable.BUYER, name);
        values.put(CopyVariable.TIER, zh(row.enumAt("tier", Tier.class)));
        String product = row.textAt("last_product");
        if (product != null) {
            values.put(CopyVariable.LAST_PRODUCT, product.strip());
        }
        LocalDate last = row.dayAt("last_day");
        if (last != null) {
            values.put(CopyVariable.DAYS_SINCE, Long.toString(Math.max(0, ChronoUnit.DAYS.between(last, today))));
        }
        LocalDate due = row.dayAt("due_day");
        if (due != null) {
            values.put(CopyVariable.DUE_DAY, due.getMonthValue() + "月" + due.getDayOfMonth() + "日");
        }
        return new Valued(row.longAt("id"), values);
    }

    /** As a shop would say it to the person: nobody is told that they are taken for lost. */
    private static String zh(Tier tier) {
        return switch (tier) {
            case VIP -> "VIP";
            case LOYAL -> "老顾客";
            case ACTIVE -> "常客";
            case AT_RISK, LOST -> "老朋友";
            case NEW, LEAD -> "新朋友";
        };
    }
}
