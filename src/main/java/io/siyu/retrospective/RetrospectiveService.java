package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.cycle.CycleFilter;
import io.siyu.cycle.CycleService;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.RetrospectiveResponse.Window;
import io.siyu.retrospective.comparison.Effect;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.MissedWork;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.retrospective.work.TierRecipients;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Looks at a campaign while it runs, and back on it afterwards. */
@ApplicationScoped
class RetrospectiveService {
    private static final int RATE_DIGITS = 6;
    private static final String BETWEEN_LESSONS = "\n";

    private final CampaignWork work;
    private final CampaignSales sales;
    private final CampaignService campaigns;
    private final CycleService cycles;
    private final Clock clock;

    RetrospectiveService(
            CampaignWork work, CampaignSales sales, CampaignService campaigns, CycleService cycles, Clock clock) {
        this.work = work;
        this.sales = sales;
        this.campaigns = campaigns;
        this.cycles = cycles;
        this.clock = clock;
    }

    LiveResponse live(Id id) {
        Found<Campaign> found = campaigns.find(id);
        Shop shop = found.member().shop();
        Campaign campaign = found.thing();
        Instant now = clock.instant();
        List<TaskFact> tasks = work.listTasks(shop.id(), campaign.id());
        return new LiveResponse(
                Id.of(campaign.id()),
                campaign.status(),
                now,
                Tally.of(tasks, now),
                Breakdown.by(tasks, task -> hourOf(shop, task), now),
                Breakdown.by(tasks, TaskFact::account, now),
                Breakdown.by(tasks, TaskFact::day, now),
                sum(work.listRecipients(shop.id(), campaign.id())));
    }

    private static OffsetDateTime hourOf(Shop shop, TaskFact task) {
        return task.opensAt().atZone(shop.zone()).truncatedTo(ChronoUnit.HOURS).toOffsetDateTime();
    }

    RetrospectiveResponse retrospective(Id id) {
        Found<Campaign> found = campaigns.find(id);
        Shop shop = found.member().shop();
        Campaign campaign = found.thing();
        Instant now = clock.instant();
        Window window = new Window(campaign.startDay(), campaign.windowEndDay());
        List<TaskFact> tasks = work.listTasks(shop.id(), campaign.id());
        List<TierRecipients> recipients = work.listRecipients(shop.id(), campaign.id());
        CampaignSales.OfShop all = sales.ofShop(shop.id(), window);
        CampaignSales.OfGroup reached = sales.ofReached(shop.id(), campaign.id(), window);
        CampaignSales.OfGroup heldOut = sales.ofHeldOut(shop.id(), campaign.id(), window);
        return new RetrospectiveResponse(
                Id.of(campaign.id()),
                campaign.name(),
                campaign.status(),
                window,
                Tally.of(tasks, now),
                Breakdown.by(tasks, TaskFact::day, now),
                Breakdown.by(tasks, TaskFact::post, now),
                Breakdown.by(tasks, TaskFact::script, now),
                Breakdown.by(tasks, TaskFact::account, now),
                Breakdown.by(tasks, TaskFact::staff, now),
                sum(recipients),
                recipients,
                missed(tasks, campaign),
                Sales.of(all.orders(), all.buyers(), all.net()),
                Sales.of(reached.orders(), reached.repurchased().hits(), reached.net()),
                share(reached.net(), all.net()),
                Group.of(reached.repurchased()),
                Group.of(heldOut.repurchased()),
                Effect.of(reached.repurchased(), heldOut.repurchased()),
                work.feedback(shop.id(), campaign.id()),
                cycles.cycleOf(shop.id(), CycleFilter.auto()),
                lessonsOf(campaign.lessons()));
    }

    /** Once it has ended, what is neither done nor closed was missed as well. */
    private static List<MissedWork> missed(List<TaskFact> tasks, Campaign campaign) {
        boolean isOver = !campaign.status().isBeforeEnd();
        return tasks.stream()
                .filter(task -> task.status() == TaskStatus.SKIPPED
                        || task.status() == TaskStatus.EXPIRED
                        || isOver && !task.status().isClosed())
                .map(MissedWork::from)
                .toList();
    }

    private static Recipients sum(List<TierRecipients> tiers) {
        return tiers.stream().map(TierRecipients::recipients).reduce(Recipients.NONE, Recipients::plus);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 unless the campaign has ended and is not closed yet */
    LessonsResponse learn(Id campaign, SaveLessonsRequest request) {
        List<String> lessons = request.lessons().stream().map(String::strip).toList();
        campaigns.learn(campaign, String.join(BETWEEN_LESSONS, lessons));
        return new LessonsResponse(campaign, lessons);
    }

    private static List<String> lessonsOf(String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
