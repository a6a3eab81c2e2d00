package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrence;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.DatedLimits;
import io.siyu.follower.audience.AudienceLists;
import io.siyu.follower.list.AudienceQuery;
import io.siyu.follower.list.AudienceQuery.Target;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.SegmentConditions;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Chooses whom a private post goes to. A campaign's are those of its fixed audience, whatever tiers, tags, segments or the
 * policy have become since (R9); a daily post's are chosen as they are now.
 */
@ApplicationScoped
class RecipientFiller {
    private static final int BATCH = 1000;
    private static final int RANGE = 5000;

    private static final String ADD =
            "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day, contact_no)";

    /** Who gets as many private messages that day already as are allowed is left out: the table's key holds that. */
    private static final String UNLESS_THERE = " ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)";

    private static final String OF_AUDIENCE = " SELECT a.shop_id, t.id, a.follower_id, a.buyer_id, a.tier, 'PENDING',"
            + " p.post_day, ? FROM campaign_audience_variant v"
            + " JOIN campaign_audience a ON a.shop_id = v.shop_id AND a.campaign_id = v.campaign_id"
            + " AND a.follower_id = v.follower_id AND a.state = 'INCLUDED'"
            + " JOIN follower f ON f.shop_id = v.shop_id AND f.id = v.follower_id AND f.status = 'ADDED'"
            + " JOIN campaign_post p ON p.shop_id = v.shop_id AND p.id = v.post_id"
            + " JOIN task t ON t.shop_id = v.shop_id AND t.post_id = v.post_id AND t.account_id = a.account_id"
            + " AND t.status IN ('PLANNED', 'OPEN', 'CLAIMED') WHERE v.shop_id = ?";

    private final Sql sql;
    private final AudienceQuery audience;
    private final ShopRepository shops;
    private final SegmentConditions segments;
    private final ContactLimitRepository limits;

    RecipientFiller(
            Sql sql,
            AudienceQuery audience,
            ShopRepository shops,
            SegmentConditions segments,
            ContactLimitRepository limits) {
        this.limits = limits;
        this.sql = sql;
        this.audience = audience;
        this.shops = shops;
        this.segments = segments;
    }

    /** Chooses anew among those who have not been written to; who was ticked off stays. */
    void refill(PostOccurrence post, Map<Long, Long> taskOfAccount) {
        free(post.shopId(), taskOfAccount.values());
        if (post.campaignId() == null) {
            fill(post, taskOfAccount);
        } else if (!taskOfAccount.isEmpty()) {
            fillFromAudience(post);
        }
    }

    /** Whom these tasks were to reach is free for others. */
    void free(long shopId, Collection<Long> tasks) {
        sql.batch(
                "DELETE FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                tasks.stream().map(task -> new Object[] {shopId, task}).toList());
    }

    /**
     * Adds those whom a daily post is for now and who are not there yet. Whom a campaign's is for does not change.
     *
     * @param taskOfAccount the post's tasks by the account that they go out on
     */
    void fill(PostOccurrence post, Map<Long, Long> taskOfAccount) {
        if (post.campaignId() != null || taskOfAccount.isEmpty() || post.tiers().isEmpty()) {
            return;
        }
        LocalDate day =
                LocalDate.ofInstant(post.at(), shops.findById(post.shopId()).zone());
        List<Object[]> chosen = new ArrayList<>();
        audience.forEach(
                target(post, taskOfAccount.keySet(), day),
                follower -> chosen.add(new Object[] {
                    post.shopId(),
                    taskOfAccount.get(follower.accountId()),
                    follower.followerId(),
                    follower.buyerId(),
                    follower.tier(),
                    day
                }));
        for (int no = 0; no < allowedOn(post.shopId(), day); no++) {
            for (int from = 0; from < chosen.size(); from += BATCH) {
                sql.batch(
                        ADD + " VALUES (?,?,?,?,?,'PENDING',?," + no + ")" + UNLESS_THERE,
                        chosen.subList(from, Math.min(from + BATCH, chosen.size())));
            }
        }
    }

    private int allowedOn(long shopId, LocalDate day) {
        return limits.limitsOn(shopId, day).privatePerDay();
    }

    private Target target(PostOccurrence post, Collection<Long> accounts, LocalDate day) {
        return new Target(
                post.shopId(),
                post.tiers(),
                post.tags(),
                accounts,
                segments.ofAll(post.shopId(), post.segmentIds()).add(" AND ").add(AudienceLists.isNotHeldOutOn(day)));
    }

    private void fillFromAudience(PostOccurrence post) {
        int allowed = allowedOn(
                post.shopId(),
                LocalDate.ofInstant(post.at(), shops.findById(post.shopId()).zone()));
        long after = 0;
        for (Long end = end(post, after); end != null; end = end(post, after)) {
            for (int no = 0; no < allowed; no++) {
                sql.update(SqlFragment.of(
                        ADD + OF_AUDIENCE + " AND v.post_id = ? AND v.follower_id > ? AND v.follower_id <= ?"
                                + UNLESS_THERE,
                        no,
                        post.shopId(),
                        post.postId(),
                        after,
                        end));
            }
            after = end;
        }
    }

    private Long end(PostOccurrence post, long after) {
        return sql.list(
                        "SELECT MAX(p.follower_id) AS last_id FROM (SELECT follower_id FROM campaign_audience_variant"
                                + " WHERE shop_id = ? AND post_id = ? AND follower_id > ? ORDER BY follower_id LIMIT "
                                + RANGE + ") p",
                        row -> row.nullableLongAt("last_id"),
                        post.shopId(),
                        post.postId(),
                        after)
                .get(0);
    }

    /** Puts some followers onto the lists of all campaigns that they are to be on. */
    void fillFor(long shopId, Collection<Long> followers) {
        DatedLimits dated = limits.datedOf(shopId);
        for (List<Long> some : InLists.of(followers)) {
            List<LocalDate> days = sql.list(
                    "SELECT DISTINCT p.post_day FROM campaign_audience_variant v JOIN campaign_post p"
                            + " ON p.shop_id = v.shop_id AND p.id = v.post_id WHERE v.shop_id = ?"
                            + " AND v.follower_id IN (" + Sql.places(some.size()) + ")",
                    row -> row.dayAt("post_day"),
                    InLists.params(some, shopId));
            int no = 0;
            for (List<LocalDate> allowing = days; !allowing.isEmpty(); allowing = allowing(dated, days, ++no)) {
                fillFor(shopId, some, allowing, no);
            }
        }
    }

    private static List<LocalDate> allowing(DatedLimits dated, List<LocalDate> days, int no) {
        return days.stream().filter(day -> dated.on(day).privatePerDay() > no).toList();
    }

    private void fillFor(long shopId, List<Long> followers, List<LocalDate> days, int no) {
        sql.update(SqlFragment.of(ADD + OF_AUDIENCE, no, shopId)
                .add(" AND v.follower_id IN (" + Sql.places(followers.size()) + ")", followers.toArray())
                .add(" AND p.post_day IN (" + Sql.places(days.size()) + ")" + UNLESS_THERE, days.toArray()));
    }
}
