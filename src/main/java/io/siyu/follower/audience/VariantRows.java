package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.follower.list.FollowerRanges;
import io.siyu.follower.list.FollowerRanges.Range;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Which private message of each slot everybody who is INCLUDED gets, written set by set. */
@ApplicationScoped
class VariantRows {
    /** What was sent stays as it was. */
    private static final String NOT_SENT = " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.shop_id = v.shop_id"
            + " AND c.follower_id = v.follower_id AND c.post_id = v.post_id)";

    private static final String OF_AUDIENCE = " JOIN campaign_audience a ON a.shop_id = v.shop_id"
            + " AND a.campaign_id = v.campaign_id AND a.follower_id = v.follower_id";

    private final Sql sql;

    VariantRows(Sql sql) {
        this.sql = sql;
    }

    /** For those of a range; who has one of a slot keeps that. */
    void add(AudiencePlan plan, Range range) {
        plan.slots().forEach(slot -> add(plan, slot, range.of("m.follower_id"), SqlFragment.EMPTY));
    }

    /** The same for a few. */
    void add(AudiencePlan plan, List<Long> followers) {
        for (List<Long> some : InLists.of(followers)) {
            SqlFragment which = SqlFragment.of("m.follower_id IN (" + Sql.places(some.size()) + ")", some.toArray());
            plan.slots().forEach(slot -> add(plan, slot, which, SqlFragment.EMPTY));
        }
    }

    /** Brings one post in step with whom it is for now: of a range, and of what is undone. */
    void change(AudiencePlan plan, Range range, long postId) {
        SqlFragment isFor = plan.slots().stream()
                .flatMap(slot -> slot.choices().stream())
                .filter(choice -> choice.postId() == postId)
                .map(PrivateSlot.Choice::isFor)
                .findFirst()
                .orElse(SqlFragment.of("FALSE"));
        sql.update(SqlFragment.of(
                        "DELETE v FROM campaign_audience_variant v JOIN campaign_audience m ON m.shop_id = v.shop_id"
                                + " AND m.campaign_id = v.campaign_id AND m.follower_id = v.follower_id"
                                + " JOIN buyer b ON b.shop_id = m.shop_id AND b.id = m.buyer_id"
                                + " WHERE v.shop_id = ? AND v.campaign_id = ? AND v.post_id = ? AND ",
                        plan.campaign().shopId(),
                        plan.campaign().id(),
                        postId)
                .add(range.of("v.follower_id"))
                .add(" AND NOT (")
                .add(isFor)
                .add(")" + NOT_SENT));
        plan.slots().stream()
                .filter(slot -> slot.choices().stream().anyMatch(choice -> choice.postId() == postId))
                .forEach(slot ->
                        add(plan, slot, range.of("m.follower_id"), SqlFragment.of(" AND v.post_id = ?", postId)));
    }

    /** @param only which posts of the slot {@code v} */
    private void add(AudiencePlan plan, PrivateSlot slot, SqlFragment which, SqlFragment only) {
        sql.update(SqlFragment.of(
                        "INSERT INTO campaign_audience_variant (shop_id, campaign_id, follower_id, slot, variant,"
                                + " post_id) SELECT v.shop_id, v.campaign_id, v.follower_id, ?, ",
                        slot.key())
                .add(slot.variantOf("v.post_id"))
                .add(", v.post_id FROM (SELECT m.shop_id, m.campaign_id, m.follower_id, ")
                .add(slot.post())
                .add(
                        " AS post_id FROM campaign_audience m JOIN buyer b ON b.shop_id = m.shop_id"
                                + " AND b.id = m.buyer_id WHERE m.shop_id = ? AND m.campaign_id = ?"
                                + " AND m.state = 'INCLUDED' AND ",
                        plan.campaign().shopId(),
                        plan.campaign().id())
                .add(which)
                .add(" LIMIT " + FollowerRanges.SIZE + ") v WHERE v.post_id IS NOT NULL")
                .add(only)
                .add(" ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)"));
    }

    /** Of those of a range, of a campaign that is not fixed any more. */
    void withdraw(Campaign campaign, Range range) {
        sql.update(
                "DELETE v FROM campaign_audience_variant v WHERE v.shop_id = ? AND v.campaign_id = ?"
                        + " AND v.follower_id > ? AND v.follower_id <= ?" + NOT_SENT,
                campaign.shopId(),
                campaign.id(),
                range.after(),
                range.upTo());
    }

    /** What those who are in it no more will not get, and of the others what these posts are. @param posts at least one */
    void take(long shopId, long campaignId, List<Long> followers, List<Long> posts) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(SqlFragment.of(
                            "DELETE v FROM campaign_audience_variant v" + OF_AUDIENCE + " WHERE v.shop_id = ?"
                                    + " AND v.campaign_id = ? AND v.follower_id IN (" + Sql.places(some.size()) + ")",
                            InLists.params(some, shopId, campaignId))
                    .add(
                            " AND (a.state <> 'INCLUDED' OR v.post_id IN (" + Sql.places(posts.size()) + "))"
                                    + NOT_SENT,
                            posts.toArray()));
        }
    }

    /** What those get no more who are not INCLUDED, in whatever campaign. */
    void takeFromLeftOut(long shopId, List<Long> followers) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(
                    "DELETE v FROM campaign_audience_variant v" + OF_AUDIENCE
                            + " WHERE v.shop_id = ? AND v.follower_id IN (" + Sql.places(some.size())
                            + ") AND a.state <> 'INCLUDED'" + NOT_SENT,
                    InLists.params(some, shopId));
        }
    }

    void remove(Campaign campaign, List<Long> followers) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(
                    "DELETE FROM campaign_audience_variant WHERE shop_id = ? AND campaign_id = ? AND follower_id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, campaign.shopId(), campaign.id()));
        }
    }

    /** Two are one follower from now on, before that is so in the audience. */
    void merge(long shopId, long keptFollower, long goneFollower) {
        sql.update(
                "UPDATE campaign_audience_variant v LEFT JOIN campaign_audience k ON k.shop_id = v.shop_id"
                        + " AND k.campaign_id = v.campaign_id AND k.follower_id = ?"
                        + " SET v.follower_id = ? WHERE v.shop_id = ? AND v.follower_id = ? AND k.follower_id IS NULL",
                keptFollower,
                keptFollower,
                shopId,
                goneFollower);
        sql.update("DELETE FROM campaign_audience_variant WHERE shop_id = ? AND follower_id = ?", shopId, goneFollower);
    }
}
