package io.siyu.task.plan;

import io.siyu.campaign.audience.Holdout;
import io.siyu.campaign.post.PostOccurrence;
import io.siyu.follower.list.AudienceQuery;
import io.siyu.follower.list.AudienceQuery.Member;
import io.siyu.follower.list.AudienceQuery.Target;
import io.siyu.platform.sql.Sql;
import io.siyu.segment.SegmentConditions;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chooses whom a private post goes to, and writes down who is held out of it. */
@ApplicationScoped
class RecipientFiller {
    private static final int BATCH = 1000;

    private final Sql sql;
    private final AudienceQuery audience;
    private final ShopRepository shops;
    private final SegmentConditions segments;

    RecipientFiller(Sql sql, AudienceQuery audience, ShopRepository shops, SegmentConditions segments) {
        this.sql = sql;
        this.audience = audience;
        this.shops = shops;
        this.segments = segments;
    }

    /** Chooses anew among those who have not been written to; who was ticked off stays. */
    void refill(PostOccurrence post, Map<Long, Long> taskOfAccount) {
        List<Object[]> tasks = taskOfAccount.values().stream()
                .map(task -> new Object[] {post.shopId(), task})
                .toList();
        sql.batch("DELETE FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'", tasks);
        fill(post, taskOfAccount);
    }

    /** Frees whom these tasks were to reach, and forgets who was held out of the campaign: nothing of it has opened. */
    void withdraw(long shopId, long campaignId, List<Long> tasks) {
        sql.batch(
                "DELETE FROM task_recipient WHERE shop_id = ? AND task_id = ? AND state = 'PENDING'",
                tasks.stream().map(task -> new Object[] {shopId, task}).toList());
        sql.update("DELETE FROM campaign_held_out WHERE shop_id = ? AND campaign_id = ?", shopId, campaignId);
    }

    /**
     * Adds those of the audience who are not there yet. Who gets another private message that day already is left out:
     * the table's key holds that, so two campaigns at once cannot break it.
     *
     * @param taskOfAccount the post's tasks by the account that they go out on
     */
    void fill(PostOccurrence post, Map<Long, Long> taskOfAccount) {
        LocalDate day =
                LocalDate.ofInstant(post.at(), shops.findById(post.shopId()).zone());
        List<Object[]> chosen = new ArrayList<>();
        List<Object[]> heldOut = new ArrayList<>();
        if (taskOfAccount.isEmpty() || post.tiers().isEmpty()) {
            return;
        }
        Target target = new Target(
                post.shopId(),
                post.tiers(),
                post.tags(),
                taskOfAccount.keySet(),
                segments.ofAll(post.shopId(), post.segmentIds()));
        audience.forEach(target, follower -> {
            if (isHeldOut(post, follower)) {
                heldOut.add(new Object[] {post.shopId(), post.campaignId(), follower.buyerId(), follower.tier()});
            } else {
                chosen.add(new Object[] {
                    post.shopId(),
                    taskOfAccount.get(follower.accountId()),
                    follower.followerId(),
                    follower.buyerId(),
                    follower.tier(),
                    day
                });
            }
        });
        insert(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, contact_day)"
                        + " VALUES (?,?,?,?,?,'PENDING',?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                chosen);
        insert(
                "INSERT INTO campaign_held_out (shop_id, campaign_id, buyer_id, tier) VALUES (?,?,?,?)"
                        + " ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)",
                heldOut);
    }

    private static boolean isHeldOut(PostOccurrence post, Member follower) {
        return post.campaignId() != null
                && Holdout.isHeldOut(post.campaignId(), follower.buyerId(), post.holdoutPercent());
    }

    private void insert(String statement, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            sql.batch(statement, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
    }
}
