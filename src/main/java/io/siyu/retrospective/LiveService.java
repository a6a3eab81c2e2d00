package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.live.HourQueries;
import io.siyu.retrospective.live.Hours;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.retrospective.work.TaskRecipients;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looks at a campaign while it runs (R17). */
@ApplicationScoped
class LiveService {
    private static final int MONEY_DIGITS = 2;

    private final CampaignWork work;
    private final CampaignFigures figures;
    private final HourQueries hours;
    private final CampaignService campaigns;
    private final Clock clock;

    LiveService(CampaignWork work, CampaignFigures figures, HourQueries hours, CampaignService campaigns, Clock clock) {
        this.work = work;
        this.figures = figures;
        this.hours = hours;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    LiveResponse of(Id id) {
        Found<Campaign> found = campaigns.find(id);
        Shop shop = found.member().shop();
        Campaign campaign = found.thing();
        Instant now = clock.instant();
        List<TaskFact> tasks = work.listTasks(shop.id(), campaign.id());
        List<TaskRecipients> listed = work.listRecipients(shop.id(), campaign.id());
        Hours byHour = byHour(shop, campaign, tasks);
        return new LiveResponse(
                Id.of(campaign.id()),
                campaign.status(),
                now,
                plan(campaign, tasks, TaskRecipients.byTask(listed), byHour.net(), now),
                Tally.of(tasks, now),
                byHour.list(now),
                Breakdown.by(tasks, TaskFact::account, now),
                Breakdown.by(tasks, TaskFact::day, now),
                Breakdown.by(tasks, TaskFact::post, now),
                TaskRecipients.sum(listed));
    }

    private Hours byHour(Shop shop, Campaign campaign, List<TaskFact> tasks) {
        SalesWindow window = SalesWindow.of(campaign);
        Hours byHour = new Hours(shop.zone());
        tasks.forEach(byHour::add);
        hours.addRecipients(byHour, shop.id(), campaign.id());
        hours.addOrders(byHour, shop.id(), window, figures.population(shop, campaign, tasks));
        hours.addGrowth(byHour, shop, window, CampaignFigures.accountsOf(tasks));
        return byHour;
    }

    private static LiveResponse.LivePlan plan(
            Campaign campaign, List<TaskFact> tasks, Map<Id, Recipients> lists, BigDecimal sold, Instant now) {
        List<TaskFact> due =
                tasks.stream().filter(task -> !task.dueAt().isAfter(now)).toList();
        Recipients recipients = due.stream()
                .map(task -> lists.getOrDefault(task.id(), Recipients.NONE))
                .reduce(Recipients.NONE, Recipients::plus);
        BigDecimal target = campaign.salesTarget();
        return new LiveResponse.LivePlan(
                elapsed(campaign, now),
                due.size(),
                (int) due.stream()
                        .filter(task -> task.status() == TaskStatus.DONE)
                        .count(),
                recipients.planned(),
                recipients.sent(),
                target == null ? null : target.toPlainString(),
                sold.setScale(MONEY_DIGITS, RoundingMode.UNNECESSARY).toPlainString(),
                Figures.share(sold, target));
    }

    private static BigDecimal elapsed(Campaign campaign, Instant now) {
        long all = Duration.between(campaign.startsAt(), campaign.endsAt()).toSeconds();
        long gone = Duration.between(campaign.startsAt(), now).toSeconds();
        return Tally.rate(Math.max(0, Math.min(gone, all)), all);
    }
}
