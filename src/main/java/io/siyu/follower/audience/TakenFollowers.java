package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.follower.audience.OtherCampaigns.Message;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes from other campaigns what is undone for followers whom one that has just been fixed wants for itself: those whom it
 * writes to on the same day and goes before them, and those whom it holds out. What these have got stays, and then they
 * stay in.
 */
@ApplicationScoped
class TakenFollowers {
    private static final String UNSENT = "SELECT DISTINCT v.campaign_id, v.follower_id FROM campaign_audience_variant v"
            + " WHERE v.shop_id = :shop AND v.post_id IN (:theirs) AND NOT EXISTS (SELECT 1 FROM contact c"
            + " WHERE c.shop_id = v.shop_id AND c.follower_id = v.follower_id AND c.post_id = v.post_id) AND EXISTS (";

    private static final String WANTED = "SELECT 1 FROM campaign_audience_variant w WHERE w.shop_id = v.shop_id"
            + " AND w.follower_id = v.follower_id AND w.post_id IN (:own))";

    private static final String HELD_OUT = "SELECT 1 FROM campaign_audience h WHERE h.shop_id = v.shop_id"
            + " AND h.campaign_id = :campaign AND h.follower_id = v.follower_id AND h.state = 'HELD_OUT')";

    private final Sql sql;
    private final OtherCampaigns others;
    private final AudienceRows rows;
    private final VariantRows variants;
    private final Event<AudienceRealigned> realigned;

    TakenFollowers(
            Sql sql,
            OtherCampaigns others,
            AudienceRows rows,
            VariantRows variants,
            Event<AudienceRealigned> realigned) {
        this.sql = sql;
        this.others = others;
        this.rows = rows;
        this.variants = variants;
        this.realigned = realigned;
    }

    void take(AudiencePlan plan, Instant fixedAt) {
        Campaign campaign = plan.campaign();
        List<Message> beside = others.messages(campaign, campaign.startDay(), campaign.windowEndDay());
        Map<LocalDate, List<Long>> own = new TreeMap<>(plan.slots().stream()
                .flatMap(slot -> slot.choices().stream())
                .collect(Collectors.groupingBy(
                        PrivateSlot.Choice::day, Collectors.mapping(PrivateSlot.Choice::postId, Collectors.toList()))));
        own.forEach((day, posts) -> take(
                campaign.shopId(),
                beside.stream()
                        .filter(message -> message.day().equals(day) && !message.goesBefore(campaign, fixedAt))
                        .toList(),
                SqlFragment.named(WANTED, Map.of("own", posts)),
                LeftOutReason.OTHER_CAMPAIGN));
        if (campaign.holdoutPercent() > 0) {
            take(
                    campaign.shopId(),
                    beside,
                    SqlFragment.named(HELD_OUT, Map.of("campaign", campaign.id())),
                    LeftOutReason.HELD_OUT_ELSEWHERE);
        }
    }

    private void take(long shopId, List<Message> theirs, SqlFragment wanted, LeftOutReason reason) {
        if (theirs.isEmpty()) {
            return;
        }
        List<Long> posts = theirs.stream().map(Message::postId).toList();
        Map<Long, List<Long>> followersOf = new TreeMap<>();
        sql.forEach(
                SqlFragment.named(UNSENT, Map.of("shop", shopId, "theirs", posts))
                        .add(wanted),
                row -> followersOf
                        .computeIfAbsent(row.longAt("campaign_id"), id -> new ArrayList<>())
                        .add(row.longAt("follower_id")));
        followersOf.forEach((other, followers) -> {
            rows.leaveOut(shopId, other, followers, reason);
            variants.take(shopId, other, followers, posts);
            realigned.fire(new AudienceRealigned(shopId, followers));
        });
    }
}
