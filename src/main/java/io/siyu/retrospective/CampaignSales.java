package io.siyu.retrospective;

import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.RetrospectiveResponse.Window;
import io.siyu.retrospective.comparison.Proportion;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;

/** Reads what was sold in a campaign's window, by the indexes of orders by day and of purchase days by buyer. */
@ApplicationScoped
class CampaignSales {
    /** What a buyer buys who was merged since is the kept one's. */
    private static final String REACHED = "SELECT DISTINCT COALESCE(b.merged_into, r.buyer_id) AS buyer_id FROM task t"
            + " JOIN task_recipient r ON r.shop_id = t.shop_id AND r.task_id = t.id"
            + " LEFT JOIN buyer b ON b.shop_id = r.shop_id AND b.id = r.buyer_id"
            + " WHERE t.shop_id = ? AND t.campaign_id = ? AND r.state = 'SENT'";

    private static final String HELD_OUT =
            "SELECT DISTINCT COALESCE(b.merged_into, h.buyer_id) AS buyer_id FROM campaign_audience h"
                    + " LEFT JOIN buyer b ON b.shop_id = h.shop_id AND b.id = h.buyer_id"
                    + " WHERE h.shop_id = ? AND h.campaign_id = ? AND h.state = 'HELD_OUT'";

    private final Sql sql;

    CampaignSales(Sql sql) {
        this.sql = sql;
    }

    /** @param repurchased how many of the buyers bought in the window, of how many */
    record OfGroup(Proportion repurchased, long orders, BigDecimal net) {}

    record OfShop(long orders, long buyers, BigDecimal net) {}

    OfShop ofShop(long shopId, Window window) {
        return sql.first(
                        "SELECT COUNT(*) AS orders, COUNT(DISTINCT buyer_id) AS buyers,"
                                + " COALESCE(SUM(net_amount), 0) AS net FROM shop_order"
                                + " WHERE shop_id = ? AND day BETWEEN ? AND ? AND counted = TRUE",
                        row -> new OfShop(row.longAt("orders"), row.longAt("buyers"), row.decimalAt("net")),
                        shopId,
                        window.from(),
                        window.to())
                .orElseThrow();
    }

    OfGroup ofReached(long shopId, long campaignId, Window window) {
        return ofGroup(REACHED, shopId, campaignId, window);
    }

    OfGroup ofHeldOut(long shopId, long campaignId, Window window) {
        return ofGroup(HELD_OUT, shopId, campaignId, window);
    }

    private OfGroup ofGroup(String group, long shopId, long campaignId, Window window) {
        return sql.first(
                        "SELECT COUNT(DISTINCT g.buyer_id) AS buyers, COUNT(DISTINCT p.buyer_id) AS repurchased,"
                                + " COALESCE(SUM(p.orders), 0) AS orders, COALESCE(SUM(p.net), 0) AS net FROM ("
                                + group + ") g LEFT JOIN purchase_day p ON p.shop_id = ? AND p.buyer_id = g.buyer_id"
                                + " AND p.day BETWEEN ? AND ?",
                        row -> new OfGroup(
                                new Proportion(row.longAt("repurchased"), row.longAt("buyers")),
                                row.longAt("orders"),
                                row.decimalAt("net")),
                        shopId,
                        campaignId,
                        shopId,
                        window.from(),
                        window.to())
                .orElseThrow();
    }
}
