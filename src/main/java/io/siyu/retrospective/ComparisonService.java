package io.siyu.retrospective;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.retrospective.comparison.Group;
import io.siyu.retrospective.sales.Arm;
import io.siyu.retrospective.work.MissedWork;
import io.siyu.retrospective.work.Tally;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Puts campaigns of a shop side by side (R17). */
@ApplicationScoped
class ComparisonService {
    private static final int MOST = 10;

    private final CampaignRepository campaigns;
    private final CampaignFigures figures;
    private final Clock clock;

    ComparisonService(CampaignRepository campaigns, CampaignFigures figures, Clock clock) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * @param asked ids, each alone or several with commas between them
     * @throws io.siyu.platform.problem.ProblemException 400 for none, for more than ten, and for what is no id; 404 for one
     *     that the shop does not have
     */
    ComparisonResponse of(Shop shop, String asked) {
        List<Id> ids = Stream.ofNullable(asked)
                .flatMap(some -> Stream.of(some.split(",", -1)))
                .map(ComparisonService::id)
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw ErrorCode.VALIDATION_FAILED.problem("campaigns", "Size", "Name from 1 to " + MOST + " campaigns.");
        }
        List<Campaign> found = ids.stream()
                .map(id -> campaigns
                        .findIn(shop.id(), id.value())
                        .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign: " + id + ".")))
                .toList();
        return new ComparisonResponse(
                found.stream().map(campaign -> compared(shop, campaign)).toList());
    }

    private static Id id(String text) {
        try {
            return Id.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.VALIDATION_FAILED.problem("campaigns", "NoId", "Ids, with commas between them.");
        }
    }

    private ComparisonResponse.Compared compared(Shop shop, Campaign campaign) {
        Figures made = figures.of(shop, campaign);
        MissedWork missed = made.missed(campaign);
        return new ComparisonResponse.Compared(
                Id.of(campaign.id()),
                campaign.name(),
                campaign.status(),
                campaign.mechanic(),
                campaign.days(),
                campaign.holdoutPercent(),
                made.window(),
                made.plan(campaign),
                Tally.of(made.tasks(), clock.instant()),
                made.recipients(),
                missed.tasks(),
                missed.recipients(),
                made.sales().shop(),
                made.sales().attributed(),
                made.shareOfShopSales(),
                Group.of(made.spending(Arm.INCLUDED)),
                Group.of(made.spending(Arm.HELD_OUT)),
                made.effect(),
                made.salesEffect(),
                made.growth(),
                made.breaches().values().stream().mapToInt(Integer::intValue).sum(),
                RetrospectiveService.lessonsOf(campaign.lessons()));
    }
}
