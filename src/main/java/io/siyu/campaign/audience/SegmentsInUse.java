package io.siyu.campaign.audience;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.segment.SegmentRemoved;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps segments that a campaign or a daily post to come is for: without theirs, these would reach nobody. */
@ApplicationScoped
class SegmentsInUse {
    private final Sql sql;
    private final ShopRepository shops;
    private final Clock clock;

    SegmentsInUse(Sql sql, ShopRepository shops, Clock clock) {
        this.sql = sql;
        this.shops = shops;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 naming what uses the segment */
    void onSegmentRemoved(@Observes SegmentRemoved event) {
        String audience = "%\"segment\":\"" + event.segmentId() + "\"%";
        campaignFor(event.shopId(), audience)
                .ifPresent(name -> refuse("SegmentInUse", "The campaign \"" + name + "\""));
        dailyPlanFor(event.shopId(), audience)
                .ifPresent(name -> refuse("SegmentInDailyPlan", "The daily plan \"" + name + "\""));
        dailyPostFor(event.shopId(), audience)
                .ifPresent(at -> refuse(
                        "SegmentInDailyPost", "The daily post of " + at.toLocalDate() + " at " + at.toLocalTime()));
    }

    private Optional<String> campaignFor(long shopId, String audience) {
        List<String> open = Arrays.stream(CampaignStatus.values())
                .filter(CampaignStatus::isBeforeEnd)
                .map(CampaignStatus::name)
                .toList();
        List<Object> params = new ArrayList<>(List.of(shopId));
        params.addAll(open);
        params.addAll(List.of(audience, audience));
        return sql.first(
                "SELECT c.name FROM campaign c WHERE c.shop_id = ? AND c.status IN (" + Sql.places(open.size())
                        + ") AND (c.audience LIKE ? OR EXISTS (SELECT 1 FROM campaign_post p"
                        + " WHERE p.shop_id = c.shop_id AND p.campaign_id = c.id AND p.removed = FALSE"
                        + " AND p.audience LIKE ?)) LIMIT 1",
                row -> row.textAt("name"),
                params.toArray());
    }

    /** When the next one goes out, by the shop's clock. */
    private Optional<LocalDateTime> dailyPostFor(long shopId, String audience) {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), shops.findById(shopId).zone());
        LocalDate today = now.toLocalDate();
        return sql.first(
                "SELECT p.post_day, p.minute_of_day FROM campaign_post p WHERE p.shop_id = ? AND p.campaign_id IS NULL"
                        + " AND p.removed = FALSE AND (p.post_day > ? OR (p.post_day = ? AND p.minute_of_day > ?))"
                        + " AND p.audience LIKE ? ORDER BY p.post_day, p.minute_of_day LIMIT 1",
                row -> row.dayAt("post_day").atTime(LocalTime.MIN.plusMinutes(row.intAt("minute_of_day"))),
                shopId,
                today,
                today,
                now.get(ChronoField.MINUTE_OF_DAY),
                audience);
    }

    private Optional<String> dailyPlanFor(long shopId, String audience) {
        return sql.first(
                "SELECT name FROM daily_plan WHERE shop_id = ? AND status <> 'ENDED' AND rhythm LIKE ? LIMIT 1",
                row -> row.textAt("name"),
                shopId,
                audience);
    }

    private static void refuse(String code, String user) {
        throw ErrorCode.CONFLICT.problem("segment", code, user + " is for its buyers.");
    }
}
