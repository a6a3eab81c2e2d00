package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.CampaignPlanner;
import io.siyu.cycle.CycleScope;
import io.siyu.cycle.measure.Cadence;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that a plan follows from, but the cycle.
 *
 * @param nodes in the order of {@link MarketingNode}
 * @param factor without trailing zeros
 * @param cadenceDays null to choose the cadence by factor and ladder
 */
record PlanTerms(
        LocalDate from,
        LocalDate to,
        LocalDate anchor,
        List<MarketingNode> nodes,
        CycleScope scope,
        BigDecimal factor,
        List<Integer> ladder,
        Integer cadenceDays) {
    static final int LONGEST_PLAN_DAYS = 366;

    /** The days for which the lunar calendar was checked. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /**
     * What a request asks for, and for what it leaves out the shop's own values.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for reversed or too many days, unknown nodes, a ladder that
     *     does not rise, and a cadence beside what it would be chosen by
     */
    static PlanTerms of(PlanRequest request, Shop shop) {
        requireRange(request.from(), request.to(), LONGEST_PLAN_DAYS);
        LocalDate anchor = request.anchor() == null ? request.from() : request.anchor();
        requireKnownDay("anchor", anchor);
        if (request.cadenceDays() != null && (request.factor() != null || request.ladder() != null)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "cadenceDays", "Both", "Give a cadence, or a factor and a ladder to choose it by.");
        }
        PlanTerms own = own(request.from(), request.to(), anchor, shop);
        return new PlanTerms(
                own.from,
                own.to,
                own.anchor,
                request.nodes() == null ? own.nodes : nodes(request.nodes()),
                request.scope() == null
                        ? own.scope
                        : CycleScope.valueOf(request.scope().toUpperCase(Locale.ROOT)),
                request.factor() == null ? own.factor : request.factor().stripTrailingZeros(),
                request.ladder() == null ? own.ladder : rising(request.ladder()),
                request.cadenceDays());
    }

    /** The same days by the shop's own values. */
    PlanTerms asTheShopWould(Shop shop) {
        return own(from, to, anchor, shop);
    }

    private static PlanTerms own(LocalDate from, LocalDate to, LocalDate anchor, Shop shop) {
        return new PlanTerms(
                from,
                to,
                anchor,
                MarketingNode.defaults(),
                CycleScope.AUTO,
                Cadence.USUAL_FACTOR,
                shop.cadenceLadder(),
                null);
    }

    Cadence cadence(MeanCycle cycle) {
        return cadenceDays == null ? Cadence.of(cycle, factor, ladder) : Cadence.given(cycle, cadenceDays);
    }

    CampaignPlan plan(Cadence cadence) {
        return CampaignPlanner.plan(from, to, anchor, cadence.days(), nodes);
    }

    private static List<MarketingNode> nodes(List<String> codes) {
        List<MarketingNode> nodes = new ArrayList<>();
        for (String code : codes) {
            nodes.add(MarketingNode.findByCode(code)
                    .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                            "nodes", "UnknownNode", "No marketing node has this code; see GET /marketing-nodes.")));
        }
        return nodes.stream().distinct().sorted().toList();
    }

    private static List<Integer> rising(List<Integer> ladder) {
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i) <= ladder.get(i - 1)) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "ladder", "Ladder", "Each step is longer than the one before.");
            }
        }
        return List.copyOf(ladder);
    }

    static void requireRange(LocalDate from, LocalDate to, int longestDays) {
        requireKnownDay("from", from);
        requireKnownDay("to", to);
        if (to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= longestDays) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "RangeTooLong", "At most " + longestDays + " days.");
        }
    }

    private static void requireKnownDay(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field, "DayOutOfRange", "A day between " + FIRST_DAY + " and " + LAST_DAY + ".");
        }
    }
}
