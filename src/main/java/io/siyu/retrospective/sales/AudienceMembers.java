package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many people stand on each side of a campaign's comparison, as they were listed. */
@ApplicationScoped
public class AudienceMembers {
    /** Asked of each by his own contacts: as EXISTS it becomes a join with all that the shop ever sent. */
    private static final String WRITTEN_TO = "(SELECT y.id FROM contact y FORCE INDEX (contact_follower)"
            + " WHERE y.shop_id = a.shop_id AND y.follower_id = a.follower_id AND y.kind = 'PRIVATE'"
            + " AND y.day BETWEEN ? AND ? LIMIT 1) IS NOT NULL";

    private final Sql sql;

    AudienceMembers(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param people on each side
     * @param ofMerged how those are listed who have become one with others since, by who they are now
     */
    public record Count(Map<Arm, Long> people, Map<Long, Listing> ofMerged) {
        public long of(Arm arm) {
            return people.getOrDefault(arm, 0L);
        }
    }

    /** @param keptListed null if the kept one is not listed */
    private record Merged(long keptId, Listing gone, Arm keptListed, boolean isWrittenTo) {}

    public Count countFixed(long shopId, long campaignId, SalesWindow window) {
        Map<Arm, Long> people = new EnumMap<>(Arm.class);
        sql.forEach(
                "SELECT a.state, COUNT(*) AS n FROM campaign_audience a WHERE a.shop_id = ? AND a.campaign_id = ?"
                        + " AND a.state IN ('INCLUDED', 'HELD_OUT') GROUP BY a.state",
                row -> people.put(row.enumAt("state", Arm.class), row.longAt("n")),
                shopId,
                campaignId);
        long contaminated = contaminated(shopId, campaignId, window);
        move(people, Arm.HELD_OUT, Arm.CONTAMINATED, contaminated);
        Map<Long, Listing> ofMerged = new HashMap<>();
        for (Merged merged : listMerged(shopId, campaignId, window)) {
            join(people, ofMerged, merged);
        }
        return new Count(people, ofMerged);
    }

    /** All are INCLUDED: what is published on an account cannot be held back from some. */
    public Count countOf(long shopId, Population.OfAccounts accounts) {
        SqlFragment query = SqlFragment.of("SELECT COUNT(*) AS n FROM follower a WHERE a.shop_id = ? AND ", shopId)
                .add(accounts.are());
        long people = sql.first(query, row -> row.longAt("n")).orElseThrow();
        return new Count(Map.of(Arm.INCLUDED, people), Map.of());
    }

    private long contaminated(long shopId, long campaignId, SalesWindow window) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM campaign_audience a WHERE a.shop_id = ? AND a.campaign_id = ?"
                                + " AND a.state = 'HELD_OUT' AND " + WRITTEN_TO,
                        row -> row.longAt("n"),
                        shopId,
                        campaignId,
                        window.from(),
                        window.to())
                .orElseThrow();
    }

    /** Contacts of the gone one are the kept one's by now. */
    private List<Merged> listMerged(long shopId, long campaignId, SalesWindow window) {
        return sql.list(
                "SELECT DISTINCT b.id, b.merged_into, a.state, a.account_id, a.tier, k.state AS kept_state,"
                        + " EXISTS (SELECT 1 FROM contact y WHERE y.shop_id = b.shop_id AND y.follower_id = b.merged_into"
                        + " AND y.kind = 'PRIVATE' AND y.day BETWEEN ? AND ?) AS written_to"
                        + " FROM buyer_merge m JOIN buyer b ON b.shop_id = m.shop_id AND b.id = m.gone_id"
                        + " AND b.merged_into IS NOT NULL JOIN campaign_audience a ON a.shop_id = m.shop_id"
                        + " AND a.campaign_id = ? AND a.follower_id = b.id AND a.state IN ('INCLUDED', 'HELD_OUT')"
                        + " LEFT JOIN campaign_audience k ON k.shop_id = m.shop_id AND k.campaign_id = a.campaign_id"
                        + " AND k.follower_id = b.merged_into AND k.state IN ('INCLUDED', 'HELD_OUT')"
                        + " WHERE m.shop_id = ? AND m.undone_at IS NULL ORDER BY b.id",
                row -> new Merged(
                        row.longAt("merged_into"),
                        new Listing(
                                row.enumAt("state", Arm.class),
                                row.nullableLongAt("account_id"),
                                row.enumAt("tier", Tier.class)),
                        row.textAt("kept_state") == null ? null : row.enumAt("kept_state", Arm.class),
                        row.booleanAt("written_to")),
                window.from(),
                window.to(),
                campaignId,
                shopId);
    }

    /** Two rows become one person: the gone one's is taken off, and the kept one may stand elsewhere than his row says. */
    private static void join(Map<Arm, Long> people, Map<Long, Listing> ofMerged, Merged merged) {
        Listing known = ofMerged.get(merged.keptId());
        Arm kept = known != null
                ? known.arm()
                : merged.keptListed() == null ? null : merged.keptListed().seenAs(merged.isWrittenTo());
        people.merge(merged.gone().arm(), -1L, Long::sum);
        Arm gone = merged.gone().arm().seenAs(merged.isWrittenTo());
        Arm both = kept == null ? gone : kept.and(gone);
        if (kept == null) {
            people.merge(both, 1L, Long::sum);
        } else {
            move(people, kept, both, 1);
        }
        ofMerged.put(merged.keptId(), (known == null ? merged.gone() : known).standing(both));
    }

    private static void move(Map<Arm, Long> people, Arm from, Arm to, long some) {
        people.merge(from, -some, Long::sum);
        people.merge(to, some, Long::sum);
    }
}
