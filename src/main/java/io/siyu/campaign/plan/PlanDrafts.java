package io.siyu.campaign.plan;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.ids.Id;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a plan's windows into drafts. Of what is there it changes only drafts of an earlier plan that nobody has touched:
 * those that the plan has stay, those that it has not go. A window that shares a day with any other campaign makes no
 * draft, nor does one that has begun.
 */
@ApplicationScoped
public class PlanDrafts {
    private final CampaignRepository campaigns;
    private final Clock clock;

    public PlanDrafts(CampaignRepository campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** What became of a plan, as campaign ids. */
    record Outcome(List<Id> created, List<Id> kept, List<Id> removed) {
        static final Outcome NONE = new Outcome(List.of(), List.of(), List.of());
    }

    Outcome accept(Member member, LocalDate from, LocalDate to, List<PlanWindow> windows) {
        LocalDate today = member.shop().today(clock);
        // A campaign that starts up to two days before the range reaches into it.
        List<Campaign> there = campaigns.listStarting(member.shopId(), from.minusDays(2), to);
        Map<LocalDate, Campaign> free = there.stream()
                .filter(campaign ->
                        campaign.isUntouchedPlan() && !campaign.startDay().isBefore(from))
                .collect(Collectors.toMap(Campaign::startDay, Function.identity()));
        List<Campaign> staying = there.stream()
                .filter(campaign -> !free.containsValue(campaign))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Id> created = new ArrayList<>();
        List<Id> kept =
                staying.stream().map(campaign -> Id.of(campaign.id())).collect(Collectors.toCollection(ArrayList::new));
        for (PlanWindow window : windows) {
            boolean isTaken = staying.stream().anyMatch(campaign -> overlaps(campaign, window));
            if (isTaken || window.startDay().isBefore(today)) {
                continue;
            }
            Campaign draft = free.remove(window.startDay());
            if (draft == null) {
                created.add(Id.of(create(member, window)));
            } else {
                draft.replan(window, nameOf(window));
                kept.add(Id.of(draft.id()));
            }
        }
        List<Id> removed =
                free.values().stream().map(draft -> Id.of(draft.id())).sorted().toList();
        free.values().forEach(campaigns::delete);
        campaigns.flush();
        return new Outcome(created, kept.stream().sorted().toList(), removed);
    }

    private long create(Member member, PlanWindow window) {
        Campaign draft = Campaign.planned(
                member.shopId(), window, nameOf(window), member.shop().zone(), member.username(), clock.instant());
        campaigns.persist(draft);
        return draft.id();
    }

    private static boolean overlaps(Campaign campaign, PlanWindow window) {
        return !campaign.startDay().isAfter(window.endDay())
                && !campaign.endDay().isBefore(window.startDay());
    }

    private static String nameOf(PlanWindow window) {
        if (window.node() != null) {
            return window.node().zh() + "活动";
        }
        return window.startDay().getMonthValue() + "月" + window.startDay().getDayOfMonth() + "日活动";
    }
}
