package io.siyu.follower.audience;

import io.siyu.buyer.Tier;
import io.siyu.campaign.Campaign;
import io.siyu.follower.audience.AudienceMemberResponse.MemberVariant;
import io.siyu.follower.list.FollowerRanges;
import io.siyu.follower.list.FollowerRanges.Range;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads audiences: the fixed ones row by row, and what one would be now. */
@ApplicationScoped
class AudienceQueries {
    private final Sql sql;
    private final FollowerRanges ranges;

    AudienceQueries(Sql sql, FollowerRanges ranges) {
        this.sql = sql;
        this.ranges = ranges;
    }

    /** @param state null for any, as account and variant are */
    record Filter(AudienceState state, Long account, String variant) {}

    AudienceTally fixed(Campaign campaign) {
        AudienceTally tally = new AudienceTally();
        sql.forEach(
                "SELECT state, reason, account_id, tier, COUNT(*) AS n FROM campaign_audience WHERE shop_id = ?"
                        + " AND campaign_id = ? GROUP BY state, reason, account_id, tier",
                row -> add(tally, row),
                campaign.shopId(),
                campaign.id());
        sql.forEach(
                "SELECT post_id, COUNT(*) AS n FROM campaign_audience_variant WHERE shop_id = ? AND campaign_id = ?"
                        + " GROUP BY post_id",
                row -> tally.addRecipients(row.longAt("post_id"), row.longAt("n")),
                campaign.shopId(),
                campaign.id());
        return tally;
    }

    /** Range by range: of a large shop's followers all at once, a request would not wait for the answer. */
    AudienceTally live(AudiencePlan plan) {
        AudienceTally tally = new AudienceTally();
        ranges.forEach(plan.campaign().shopId(), range -> addLive(plan, range, tally));
        return tally;
    }

    private void addLive(AudiencePlan plan, Range range, AudienceTally tally) {
        int slots = plan.slots().size();
        String posts = IntStream.range(0, slots).mapToObj(i -> ", l.s" + i).collect(Collectors.joining());
        sql.forEach(
                SqlFragment.of("SELECT " + AudiencePlan.STATE + " AS state, " + AudiencePlan.REASON
                                + " AS reason, l.account_id, l.tier" + posts + ", COUNT(*) AS n FROM (")
                        .add(plan.withPosts(range.of("f.id")))
                        .add(" LIMIT " + FollowerRanges.SIZE + ") l GROUP BY l.standing, l.account_id, l.tier" + posts),
                row -> {
                    add(tally, row);
                    if (row.enumAt("state", AudienceState.class) == AudienceState.INCLUDED) {
                        for (int i = 0; i < slots; i++) {
                            Long post = row.nullableLongAt("s" + i);
                            if (post != null) {
                                tally.addRecipients(post, row.longAt("n"));
                            }
                        }
                    }
                });
    }

    private static void add(AudienceTally tally, ResultRow row) throws SQLException {
        tally.add(
                row.enumAt("state", AudienceState.class),
                row.enumAt("reason", LeftOutReason.class),
                row.nullableLongAt("account_id"),
                row.enumAt("tier", Tier.class),
                row.longAt("n"));
    }

    /** The next ones behind a follower's id. */
    List<AudienceMemberResponse> fixedAfter(Campaign campaign, Filter filter, long after, int rows) {
        SqlFragment query = SqlFragment.of(
                        "SELECT l.follower_id, l.buyer_id, l.account_id, l.tier, l.state, l.reason"
                                + " FROM campaign_audience l WHERE l.shop_id = ? AND l.campaign_id = ?",
                        campaign.shopId(),
                        campaign.id())
                .add(where("l.state", filter.state()))
                .add(where("l.account_id", filter.account()))
                .add(
                        filter.variant() == null
                                ? SqlFragment.EMPTY
                                : SqlFragment.of(
                                        " AND EXISTS (SELECT 1 FROM campaign_audience_variant v"
                                                + " WHERE v.shop_id = l.shop_id AND v.campaign_id = l.campaign_id"
                                                + " AND v.follower_id = l.follower_id AND v.variant = ?)",
                                        filter.variant()))
                .add(" AND l.follower_id > ? ORDER BY l.follower_id LIMIT ?", after, rows);
        List<AudienceMemberResponse> found = sql.list(query, row -> member(row, List.of()));
        Map<Id, List<MemberVariant>> variants = variants(campaign, found);
        return found.stream()
                .map(member -> new AudienceMemberResponse(
                        member.followerId(),
                        member.buyerId(),
                        member.accountId(),
                        member.tier(),
                        member.state(),
                        member.reason(),
                        variants.getOrDefault(member.followerId(), List.of())))
                .toList();
    }

    private Map<Id, List<MemberVariant>> variants(Campaign campaign, List<AudienceMemberResponse> members) {
        Map<Id, List<MemberVariant>> variants = new HashMap<>();
        List<Long> ids =
                members.stream().map(member -> member.followerId().value()).toList();
        for (List<Long> some : InLists.of(ids)) {
            sql.forEach(
                    "SELECT follower_id, slot, variant, post_id FROM campaign_audience_variant WHERE shop_id = ?"
                            + " AND campaign_id = ? AND follower_id IN (" + Sql.places(some.size())
                            + ") ORDER BY follower_id, slot",
                    row -> variants.computeIfAbsent(Id.of(row.longAt("follower_id")), id -> new ArrayList<>())
                            .add(new MemberVariant(
                                    row.textAt("slot"), row.textAt("variant"), Id.of(row.longAt("post_id")))),
                    InLists.params(some, campaign.shopId(), campaign.id()));
        }
        return variants;
    }

    List<AudienceMemberResponse> liveAfter(AudiencePlan plan, Filter filter, long after, int rows) {
        SqlFragment query = SqlFragment.of(
                        "SELECT l.*, " + AudiencePlan.STATE + " AS state, " + AudiencePlan.REASON + " AS reason FROM (")
                .add(plan.withPosts(SqlFragment.of("f.id > ?", after)))
                .add(") l WHERE TRUE")
                .add(where(AudiencePlan.STATE, filter.state()))
                .add(where("l.account_id", filter.account()))
                .add(filter.variant() == null ? SqlFragment.EMPTY : getsVariant(plan, filter.variant()))
                .add(" ORDER BY l.follower_id LIMIT ?", rows);
        return sql.list(query, row -> member(row, posts(plan, row)));
    }

    private static SqlFragment getsVariant(AudiencePlan plan, String variant) {
        List<SqlFragment> any = new ArrayList<>();
        for (int i = 0; i < plan.slots().size(); i++) {
            for (PrivateSlot.Choice choice : plan.slots().get(i).choices()) {
                if (choice.variant().equals(variant)) {
                    any.add(SqlFragment.of("l.s" + i + " = " + choice.postId()));
                }
            }
        }
        return any.isEmpty()
                ? SqlFragment.of(" AND FALSE")
                : SqlFragment.of(" AND l.standing = 'INCLUDED' AND (")
                        .add(SqlFragment.join(" OR ", any))
                        .add(")");
    }

    private static List<MemberVariant> posts(AudiencePlan plan, ResultRow row) throws SQLException {
        List<MemberVariant> variants = new ArrayList<>();
        if (row.enumAt("state", AudienceState.class) == AudienceState.INCLUDED) {
            for (int i = 0; i < plan.slots().size(); i++) {
                PrivateSlot slot = plan.slots().get(i);
                Long post = row.nullableLongAt("s" + i);
                slot.choices().stream()
                        .filter(choice -> post != null && choice.postId() == post)
                        .forEach(choice ->
                                variants.add(new MemberVariant(slot.key(), choice.variant(), Id.of(choice.postId()))));
            }
        }
        return variants;
    }

    private static SqlFragment where(String column, Object value) {
        return value == null ? SqlFragment.EMPTY : SqlFragment.of(" AND " + column + " = ?", value);
    }

    private static AudienceMemberResponse member(ResultRow row, List<MemberVariant> variants) throws SQLException {
        return new AudienceMemberResponse(
                Id.of(row.longAt("follower_id")),
                Id.of(row.longAt("buyer_id")),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.enumAt("tier", Tier.class),
                row.enumAt("state", AudienceState.class),
                row.enumAt("reason", LeftOutReason.class),
                variants);
    }
}
