package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.comparison.SalesEffect;
import io.siyu.retrospective.comparison.Spending;
import io.siyu.retrospective.comparison.VariantFigures;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What those bought in a window who were given each variant of a slot, as they were listed. A variant is compared with the
 * slot's first one over the tiers that both were given to: where variants are chosen by tier there is none, and nothing to
 * compare.
 */
@ApplicationScoped
public class VariantSales {
    private static final String LISTED = " FROM campaign_audience_variant v JOIN campaign_audience a"
            + " ON a.shop_id = v.shop_id AND a.campaign_id = v.campaign_id AND a.follower_id = v.follower_id"
            + " AND a.state = 'INCLUDED'";

    /** A post without a slot has one text for all. */
    private static final String OF_CAMPAIGN = " WHERE v.shop_id = ? AND v.campaign_id = ? AND v.slot NOT LIKE 'post:%'"
            + " GROUP BY v.slot, v.variant, a.tier";

    private final Sql sql;

    VariantSales(Sql sql) {
        this.sql = sql;
    }

    private interface Adding {
        void add(Map<Tier, Spending> tiers, Tier tier, ResultRow row) throws SQLException;
    }

    public List<VariantFigures> figures(long shopId, long campaignId, SalesWindow window) {
        SortedMap<String, SortedMap<String, Map<Tier, Spending>>> slots = new TreeMap<>();
        read(
                slots,
                (tiers, tier, row) -> tiers.put(
                        tier, new Spending(row.longAt("people"), 0, 0, Spending.NONE.net(), Spending.NONE.squares())),
                "SELECT v.slot, v.variant, a.tier, COUNT(*) AS people" + LISTED + OF_CAMPAIGN,
                shopId,
                campaignId);
        if (slots.isEmpty()) {
            return List.of();
        }
        read(
                slots,
                (tiers, tier, row) -> tiers.merge(tier, spent(row), Spending::plus),
                "SELECT v.slot, v.variant, a.tier, COUNT(*) AS buyers, SUM(s.orders) AS orders, SUM(s.net) AS net,"
                        + " SUM(s.net * s.net) AS squares" + LISTED
                        + " JOIN (SELECT o.buyer_id, COUNT(*) AS orders, SUM(o.net_amount) AS net FROM shop_order o"
                        + " WHERE o.shop_id = ? AND o.day BETWEEN ? AND ? AND o.counted = TRUE AND o.buyer_id IS NOT NULL"
                        + " GROUP BY o.buyer_id) s ON s.buyer_id = v.follower_id" + OF_CAMPAIGN,
                shopId,
                window.from(),
                window.to(),
                shopId,
                campaignId);
        List<VariantFigures> figures = new ArrayList<>();
        slots.forEach((slot, variants) -> figures.add(new VariantFigures(slot, compared(variants))));
        return figures;
    }

    private void read(
            Map<String, SortedMap<String, Map<Tier, Spending>>> slots, Adding adding, String query, Object... params) {
        sql.forEach(
                query,
                row -> adding.add(
                        slots.computeIfAbsent(row.textAt("slot"), slot -> new TreeMap<>())
                                .computeIfAbsent(row.textAt("variant"), variant -> new EnumMap<>(Tier.class)),
                        row.enumAt("tier", Tier.class),
                        row),
                params);
    }

    private static Spending spent(ResultRow row) throws SQLException {
        return new Spending(
                0, row.longAt("buyers"), row.longAt("orders"), row.decimalAt("net"), row.decimalAt("squares"));
    }

    private static List<VariantFigures.VariantOutcome> compared(SortedMap<String, Map<Tier, Spending>> variants) {
        Map<Tier, Spending> first = variants.get(variants.firstKey());
        List<VariantFigures.VariantOutcome> figures = new ArrayList<>();
        variants.forEach((key, tiers) -> {
            boolean isFirst = tiers == first;
            Spending mine = isFirst ? Spending.NONE : over(tiers, first);
            Spending firsts = isFirst ? Spending.NONE : over(first, tiers);
            figures.add(new VariantFigures.VariantOutcome(
                    key, Group.of(over(tiers, tiers)), Effect.of(mine, firsts), SalesEffect.of(mine, firsts)));
        });
        return figures;
    }

    /** Over the tiers that others were given another text in. */
    private static Spending over(Map<Tier, Spending> some, Map<Tier, Spending> others) {
        return some.entrySet().stream()
                .filter(tier -> others.containsKey(tier.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Spending.NONE, Spending::plus);
    }
}
