package io.siyu.follower.audience;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.audience.Holdout;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.DatedLimits;
import io.siyu.follower.audience.OtherCampaigns.Message;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.SegmentConditions;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Puts together who a campaign's audience would be now: whom it is for, and what each of them would be in it. */
@ApplicationScoped
class AudiencePlanner {
    private final PrivateSlots slots;
    private final OtherCampaigns others;
    private final SegmentConditions segments;
    private final ContactLimitRepository limits;
    private final AccountRepository accounts;

    AudiencePlanner(
            PrivateSlots slots,
            OtherCampaigns others,
            SegmentConditions segments,
            ContactLimitRepository limits,
            AccountRepository accounts) {
        this.slots = slots;
        this.others = others;
        this.segments = segments;
        this.limits = limits;
        this.accounts = accounts;
    }

    /** @param fixedAt when it was READY, or would be: of two that are alike the earlier goes before */
    AudiencePlan plan(Campaign campaign, Instant fixedAt) {
        List<PrivateSlot> sends = slots.of(campaign);
        return new AudiencePlan(
                campaign, sends, who(campaign.audience()), buyers(campaign), standing(campaign, sends, fixedAt));
    }

    private static SqlFragment who(Audience audience) {
        return among(" AND f.tier IN (:some)", audience.tiers())
                .add(among(
                        " AND f.account_id IN (:some)",
                        audience.accounts().stream().map(Id::value).toList()))
                .add(among(
                        " AND EXISTS (SELECT 1 FROM follower_tag t WHERE t.shop_id = f.shop_id"
                                + " AND t.follower_id = f.id AND t.tag IN (:some))",
                        audience.tags()));
    }

    private static SqlFragment among(String condition, Collection<?> some) {
        return some.isEmpty() ? SqlFragment.EMPTY : SqlFragment.named(condition, Map.of("some", some));
    }

    private SqlFragment buyers(Campaign campaign) {
        Id segment = campaign.audience().segment();
        return segments.ofAll(campaign.shopId(), segment == null ? List.of() : List.of(segment.value()));
    }

    private SqlFragment standing(Campaign campaign, List<PrivateSlot> sends, Instant fixedAt) {
        DatedLimits dated = limits.datedOf(campaign.shopId());
        PrivateDays days = PrivateDays.of(sends);
        List<Message> beside = days.isEmpty()
                ? List.of()
                : others.messages(campaign, days.first().minusDays(PrivateDays.MONTH - 1L), days.last());
        return SqlFragment.of("CASE WHEN b.opted_out OR m.status = 'OPTED_OUT' THEN 'OPTED_OUT'"
                        + " WHEN m.status <> 'ADDED' THEN 'NOT_ADDED' WHEN ")
                .add(isOnNoAccount(campaign.shopId()))
                .add(" THEN 'NO_ACTIVE_ACCOUNT' WHEN ")
                .add(isHeldOutBy(others.holdingOut(campaign)))
                .add(" THEN 'HELD_OUT_ELSEWHERE' WHEN ")
                .add(days.allFull(beside, dated))
                .add(" THEN 'REACH_LIMIT' WHEN ")
                .add(days.anyOf(beside.stream()
                        .filter(message -> message.goesBefore(campaign, fixedAt))
                        .toList()))
                .add(" THEN 'OTHER_CAMPAIGN' WHEN ")
                .add(Holdout.isHeldOut(campaign.id(), "m.buyer_id", campaign.holdoutPercent()))
                .add(" THEN 'HELD_OUT' ELSE 'INCLUDED' END");
    }

    private SqlFragment isOnNoAccount(long shopId) {
        List<Long> active =
                accounts.listActive(shopId).stream().map(Account::id).toList();
        return active.isEmpty()
                ? SqlFragment.of("TRUE")
                : SqlFragment.of("m.account_id IS NULL OR ").add(among("m.account_id NOT IN (:some)", active));
    }

    private static SqlFragment isHeldOutBy(List<Long> campaigns) {
        return campaigns.isEmpty()
                ? SqlFragment.of("FALSE")
                : among(
                        "EXISTS (SELECT 1 FROM campaign_audience h WHERE h.shop_id = m.shop_id"
                                + " AND h.follower_id = m.follower_id AND h.state = 'HELD_OUT'"
                                + " AND h.campaign_id IN (:some))",
                        campaigns);
    }
}
