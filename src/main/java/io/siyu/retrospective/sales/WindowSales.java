package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads what a shop sold in a campaign's window, once, with how each buyer is listed and the campaign's last message to him
 * before his order: the window's orders by their day, all else by keys.
 */
@ApplicationScoped
public class WindowSales {
    private static final String WORDS =
            "c.at AS told_at, c.post_id, c.script_id, c.script_version, c.staff_id," + " c.account_id AS told_on";

    /** By whom it went to: the index by campaigns has all that it sent. */
    private static final String LAST_MESSAGE = "(SELECT x.id FROM contact x FORCE INDEX (contact_follower)"
            + " WHERE x.shop_id = o.shop_id AND x.follower_id = o.buyer_id AND x.campaign_id = ?"
            + " AND x.at < COALESCE(o.paid_at, o.created_at) ORDER BY x.at DESC, x.id DESC LIMIT 1) AS contact_id";

    private static final String WRITTEN_TO = "EXISTS (SELECT 1 FROM contact y WHERE y.shop_id = o.shop_id"
            + " AND y.follower_id = o.buyer_id AND y.kind = 'PRIVATE' AND y.day BETWEEN ? AND ?) AS written_to";

    private final Sql sql;

    WindowSales(Sql sql) {
        this.sql = sql;
    }

    /** @param ofMerged as {@link AudienceMembers} has them */
    public SalesTally tally(
            long shopId, long campaignId, SalesWindow window, Population population, Map<Long, Listing> ofMerged) {
        SalesTally tally = new SalesTally(new PublicTouches(published(shopId, campaignId, window)), ofMerged);
        SqlFragment orders = SqlFragment.of("SELECT o.shop_id, o.id, o.buyer_id, o.day, o.net_amount,"
                        + " COALESCE(o.paid_at, o.created_at) AS at, " + population.columns() + ", ")
                .add(LAST_MESSAGE + ", ", campaignId)
                .add(WRITTEN_TO, window.from(), window.to())
                .add(" FROM shop_order o")
                .add(population.joined())
                .add(
                        " WHERE o.shop_id = ? AND o.day BETWEEN ? AND ? AND o.counted = TRUE",
                        shopId,
                        window.from(),
                        window.to());
        SqlFragment query = SqlFragment.of("SELECT q.*, " + WORDS + " FROM (")
                .add(orders)
                .add(") q LEFT JOIN contact c ON c.shop_id = q.shop_id AND c.id = q.contact_id"
                        + " ORDER BY q.buyer_id, q.id");
        sql.forEach(query, row -> tally.add(order(row)));
        return tally;
    }

    private List<Touch> published(long shopId, long campaignId, SalesWindow window) {
        return sql.list(
                "SELECT " + WORDS + " FROM contact c FORCE INDEX (contact_follower) WHERE c.shop_id = ?"
                        + " AND c.follower_id = 0 AND c.day BETWEEN ? AND ? AND c.campaign_id = ?"
                        + " AND c.account_id IS NOT NULL ORDER BY c.at, c.id",
                WindowSales::touch,
                shopId,
                window.from(),
                window.to(),
                campaignId);
    }

    private static WindowOrder order(ResultRow row) throws SQLException {
        String state = row.textAt("state");
        Listing listed = state == null
                ? null
                : new Listing(Arm.valueOf(state), row.nullableLongAt("account_id"), row.enumAt("tier", Tier.class));
        return new WindowOrder(
                row.nullableLongAt("buyer_id"),
                row.dayAt("day"),
                row.instantAt("at"),
                row.decimalAt("net_amount"),
                listed,
                row.nullableLongAt("contact_id") == null ? null : touch(row),
                row.booleanAt("written_to"));
    }

    private static Touch touch(ResultRow row) throws SQLException {
        return new Touch(
                row.instantAt("told_at"),
                row.nullableLongAt("post_id"),
                new Touch.ScriptVersion(row.nullableLongAt("script_id"), row.nullableIntAt("script_version")),
                row.nullableLongAt("told_on"),
                row.longAt("staff_id"));
    }
}
