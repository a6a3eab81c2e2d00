package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.repetition.NextStart;
import io.siyu.cycle.CycleFilter;
import io.siyu.cycle.CycleResponse;
import io.siyu.cycle.CycleService;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.sales.Arm;
import io.siyu.retrospective.sales.SalesTally;
import io.siyu.retrospective.sales.VariantSales;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.Tally;
import io.siyu.retrospective.work.TaskFact;
import io.siyu.retrospective.work.TaskRecipients;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Looks back on a campaign (R17). */
@ApplicationScoped
class RetrospectiveService {
    /** Most of what a shop sells is to come of its campaigns (product.md, R17). */
    private static final BigDecimal SHARE_AIM = new BigDecimal("0.7");

    private static final String BETWEEN_LESSONS = "\n";

    private final CampaignWork work;
    private final CampaignFigures figures;
    private final AttributionNames names;
    private final VariantSales variants;
    private final CampaignService campaigns;
    private final CycleService cycles;
    private final Clock clock;

    RetrospectiveService(
            CampaignWork work,
            CampaignFigures figures,
            AttributionNames names,
            VariantSales variants,
            CampaignService campaigns,
            CycleService cycles,
            Clock clock) {
        this.work = work;
        this.figures = figures;
        this.names = names;
        this.variants = variants;
        this.campaigns = campaigns;
        this.cycles = cycles;
        this.clock = clock;
    }

    RetrospectiveResponse retrospective(Id id) {
        Found<Campaign> found = campaigns.find(id);
        Shop shop = found.member().shop();
        Campaign campaign = found.thing();
        return response(shop, campaign, figures.of(shop, campaign));
    }

    private RetrospectiveResponse response(Shop shop, Campaign campaign, Figures made) {
        Instant now = clock.instant();
        List<TaskFact> tasks = made.tasks();
        SalesTally sold = made.sales();
        CycleResponse cycle = cycles.cycleOf(shop.id(), CycleFilter.auto());
        return new RetrospectiveResponse(
                Id.of(campaign.id()),
                campaign.name(),
                campaign.status(),
                made.window(),
                made.basis(),
                made.plan(campaign),
                Tally.of(tasks, now),
                Breakdown.by(tasks, TaskFact::day, now),
                Breakdown.by(tasks, TaskFact::post, now),
                Breakdown.by(tasks, TaskFact::script, now),
                Breakdown.by(tasks, TaskFact::account, now),
                Breakdown.by(tasks, TaskFact::staff, now),
                made.recipients(),
                TaskRecipients.byTier(made.listed()),
                made.missed(campaign),
                sold.shop(),
                sold.audience(),
                sold.attributed(),
                sold.notAttributed(),
                sold.outside(),
                made.shareOfShopSales(),
                SHARE_AIM,
                names.of(shop.id(), made.window(), sold, tasks),
                Group.of(made.spending(Arm.INCLUDED)),
                Group.of(made.spending(Arm.HELD_OUT)),
                Group.of(made.spending(Arm.CONTAMINATED)),
                made.effect(),
                made.salesEffect(),
                variants.figures(shop.id(), campaign.id(), made.window()),
                made.growth(),
                made.breaches(),
                work.feedback(shop.id(), campaign.id()),
                cycle,
                new RetrospectiveResponse.Next(
                        cycle.cadenceDays(), NextStart.of(campaign.startDay(), cycle.cadenceDays(), shop.today(clock))),
                lessonsOf(campaign.lessons()));
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 unless the campaign has ended and is not closed yet */
    LessonsResponse learn(Id campaign, SaveLessonsRequest request) {
        List<String> lessons = request.lessons().stream().map(String::strip).toList();
        campaigns.learn(campaign, String.join(BETWEEN_LESSONS, lessons));
        return new LessonsResponse(campaign, lessons);
    }

    static List<String> lessonsOf(String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
