package io.siyu.task.duty;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignApproved;
import io.siyu.campaign.CampaignMoved;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.duty.CampaignDuties;
import io.siyu.campaign.duty.CampaignDuty;
import io.siyu.campaign.duty.DutyKind;
import io.siyu.campaign.timeline.CampaignHappened;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.shop.ShopRepository;
import io.siyu.task.Task;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskSubject;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people owe campaigns stands in their queues: preparing, reviewing, acknowledging a briefing (R8, R13). */
@ApplicationScoped
class CampaignTasks implements DutySource {
    /** Behind those who change what they tell of. */
    static final int LATE = 5000;

    private static final String CANCELLED = "活动已取消";

    private static final Set<TimelineKind> OF_WORK = EnumSet.of(
            TimelineKind.TRANSITION,
            TimelineKind.REVIEW,
            TimelineKind.PREPARATION,
            TimelineKind.BRIEFING,
            TimelineKind.REVISION,
            TimelineKind.CHANGE);

    /** A draft asks for nothing yet; what nobody did until the end has expired by that, and was missed. */
    private static final Set<CampaignStatus> NOTHING_CHANGES =
            EnumSet.of(CampaignStatus.DRAFT, CampaignStatus.ENDED, CampaignStatus.CLOSED);

    private final CampaignRepository campaigns;
    private final CampaignDuties duties;
    private final DutyTasks tasks;
    private final ShopRepository shops;

    CampaignTasks(CampaignRepository campaigns, CampaignDuties duties, DutyTasks tasks, ShopRepository shops) {
        this.campaigns = campaigns;
        this.duties = duties;
        this.tasks = tasks;
        this.shops = shops;
    }

    void happened(@Observes @Priority(LATE) CampaignHappened event) {
        if (OF_WORK.contains(event.kind())) {
            align(event.campaign(), event.by());
        }
    }

    /** The preparation list is there by now. */
    void approved(@Observes @Priority(LATE) CampaignApproved event) {
        campaigns.findIn(event.shopId(), event.campaignId()).ifPresent(campaign -> align(campaign, event.by()));
    }

    /** Days on which its preparation is due are counted back from day one. */
    void moved(@Observes @Priority(LATE) CampaignMoved event) {
        align(event.campaign(), null);
    }

    /** @param by who changed it, and did what is done by that; null for the clock */
    void align(Campaign campaign, Actor by) {
        if (NOTHING_CHANGES.contains(campaign.status())) {
            return;
        }
        // One at a time: two who change the same campaign must not both make what is missing, nor go by what the other
        // has changed since.
        campaigns.lockAnew(campaign);
        String moot = campaign.status() == CampaignStatus.CANCELLED ? CANCELLED : DutyTasks.MOOT;
        tasks.align(campaign.shopId(), campaign.id(), of(campaign, by), moot);
    }

    @Override
    public TaskSubject subject() {
        return TaskSubject.CAMPAIGN;
    }

    @Override
    public boolean asksFor(Task task) {
        return campaigns
                .findIn(task.shopId(), task.origin().subjectId())
                .filter(campaign -> !NOTHING_CHANGES.contains(campaign.status()))
                .map(campaign -> of(campaign, null).stream().anyMatch(duty -> duty.asksFor(task)))
                .orElse(false);
    }

    private List<Duty> of(Campaign campaign, Actor by) {
        ZoneId zone = shops.findById(campaign.shopId()).zone();
        return duties.of(campaign).stream()
                .map(duty -> task(campaign, duty, zone, by))
                .toList();
    }

    private static Duty task(Campaign campaign, CampaignDuty duty, ZoneId zone, Actor by) {
        Instant due = duty.dueDay() == null
                ? null
                : duty.dueDay().plusDays(1).atStartOfDay(zone).toInstant();
        Long doer = duty.kind() != DutyKind.PREPARE ? duty.staffId() : by == null ? null : by.staffId();
        return new Duty(
                TaskKind.valueOf(duty.kind().name()),
                occurrence(duty),
                duty.staffId(),
                DutyTitles.of(campaign, duty),
                due,
                campaign.endsAt(),
                duty.isDone(),
                duty.isDone() ? doer : null);
    }

    /** An item is one piece of work, whosever it becomes; a revision or a round is one for each who is asked. */
    private static String occurrence(CampaignDuty duty) {
        return duty.kind() == DutyKind.PREPARE
                ? duty.about()
                : duty.about() + "/" + Long.toString(duty.staffId(), Character.MAX_RADIX);
    }
}
