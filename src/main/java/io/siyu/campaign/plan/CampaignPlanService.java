package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodeCalendar;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.PlanComparison;
import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.cycle.CycleService;
import io.siyu.cycle.ShopCycle;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Plans a shop's campaigns from its cadence and the marketing nodes. */
@ApplicationScoped
public class CampaignPlanService {
    private static final int LONGEST_CALENDAR_DAYS = 3660;

    private final CycleService cycles;
    private final PlanDrafts drafts;
    private final AcceptedPlanRepository acceptedPlans;
    private final Clock clock;

    CampaignPlanService(CycleService cycles, PlanDrafts drafts, AcceptedPlanRepository acceptedPlans, Clock clock) {
        this.cycles = cycles;
        this.drafts = drafts;
        this.acceptedPlans = acceptedPlans;
        this.clock = clock;
    }

    /**
     * Shows a plan and what accepting it would change, or accepts it. Accepting a plan again changes nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for reversed or too many days, unknown nodes, and values that
     *     do not go together; 409 if it would change something else than the preview of the given tag showed, or if
     *     another plan is being accepted
     */
    @Transactional
    public PlanResponse plan(Member member, PlanRequest request) {
        // Before the campaigns are read: a plan that is accepted from here on takes the next number away.
        Optional<AcceptedPlan> latest = acceptedPlans.findLatest(member.shopId());
        Proposal proposal = propose(member, PlanTerms.of(request, member.shop()));
        PlanDiff diff = proposal.diff();
        String tag = diff.tag();
        PlanDiffResponse shownDiff = PlanDiffResponse.from(diff);
        if (!request.isAccepted()) {
            return PlanResponse.of(proposal, shownDiff, tag, Acceptance.NONE);
        }
        if (!diff.isEmpty() && request.tag() != null && !request.tag().equals(tag)) {
            throw ErrorCode.CONFLICT.problem(
                    "tag",
                    "OtherChanges",
                    "It would change something else by now than the preview showed; look again.");
        }
        return PlanResponse.of(proposal, shownDiff, tag, accept(member, proposal, latest));
    }

    private Proposal propose(Member member, PlanTerms terms) {
        Shop shop = member.shop();
        Rhythm rhythm = rhythm(shop, terms);
        CampaignPlan plan = terms.plan(rhythm.cadence());
        PlanDiff diff = drafts.diff(member, terms, plan, rhythm.cadence().days());
        return new Proposal(terms, rhythm, plan, comparison(shop, terms, rhythm, plan), diff);
    }

    private PlanComparisonResponse comparison(Shop shop, PlanTerms terms, Rhythm rhythm, CampaignPlan plan) {
        PlanTerms ownTerms = terms.asTheShopWould(shop);
        if (ownTerms.equals(terms)) {
            return null;
        }
        Rhythm ownRhythm = rhythm(shop, ownTerms);
        CampaignPlan own = ownTerms.plan(ownRhythm.cadence());
        int shorter = Math.min(rhythm.cadence().days(), ownRhythm.cadence().days());
        PlanComparison comparison = PlanComparison.of(plan.windows(), own.windows(), shorter / 2);
        return PlanComparisonResponse.of(comparison, ownRhythm, own, plan);
    }

    private Rhythm rhythm(Shop shop, PlanTerms terms) {
        ShopCycle cycle = cycles.shopCycle(shop.id(), terms.scope(), shop.today(clock));
        return new Rhythm(terms.scope(), terms.cadence(cycle.mean()), cycle.confidence());
    }

    private Acceptance accept(Member member, Proposal proposal, Optional<AcceptedPlan> latest) {
        PlanDiff diff = proposal.diff();
        if (diff.isEmpty() && latest.isPresent() && latest.get().terms().equals(proposal.terms())) {
            return Acceptance.of(latest.get().number(), List.of(), diff);
        }
        int number = latest.map(AcceptedPlan::number).orElse(0) + 1;
        // First: of two who accept at once the slower one stops here, and does not mix its drafts with the other's.
        acceptedPlans.persistAndFlush(new AcceptedPlan(
                member.shopId(),
                number,
                proposal.terms(),
                proposal.rhythm(),
                diff,
                member.username(),
                clock.instant()));
        return Acceptance.of(number, drafts.apply(member, diff), diff);
    }

    /** The plans that were accepted, the latest first. */
    @Transactional
    Page<AcceptedPlanResponse> listAccepted(long shopId, PageRequest page) {
        long below = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse((long) Integer.MAX_VALUE);
        List<AcceptedPlan> rows = acceptedPlans.listBelow(shopId, below, page.rowsToRead());
        return Page.of(rows, page.limit(), plan -> Cursor.of(plan.number())).map(AcceptedPlanResponse::from);
    }

    /** @param from null for today in China; to null for a year from it */
    List<NodeResponse> listNodes(LocalDate from, LocalDate to) {
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), Shop.DEFAULT_ZONE) : from;
        LocalDate last = to == null ? first.plusDays(PlanTerms.LONGEST_PLAN_DAYS - 1L) : to;
        PlanTerms.requireRange(first, last, LONGEST_CALENDAR_DAYS);
        return NodeCalendar.list(List.of(MarketingNode.values()), first, last).stream()
                .map(NodeResponse::from)
                .toList();
    }
}
