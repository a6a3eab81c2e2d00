package io.siyu.campaign.plan;

import io.siyu.cycle.CycleService;
import io.siyu.cycle.MeanCycle;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Plans a shop's campaigns from its cadence and the marketing nodes. */
@ApplicationScoped
public class CampaignPlanService {
    static final int LONGEST_PLAN_DAYS = 366;
    private static final int LONGEST_CALENDAR_DAYS = 3660;

    /** The days for which the lunar calendar was checked. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final CycleService cycles;
    private final PlanDrafts drafts;
    private final Clock clock;

    public CampaignPlanService(CycleService cycles, PlanDrafts drafts, Clock clock) {
        this.cycles = cycles;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for reversed or too many days and unknown nodes */
    @Transactional
    public PlanResponse plan(Member member, PlanRequest request) {
        requireRange(request.from(), request.to(), LONGEST_PLAN_DAYS);
        LocalDate anchor = request.anchor() == null ? request.from() : request.anchor();
        requireKnownDay("anchor", anchor);
        List<MarketingNode> nodes = nodes(request.nodes());
        Shop shop = member.shop();
        MeanCycle cycle = cycles.meanCycle(shop.id(), shop.today(clock));
        int cadenceDays = cycle.cadenceDays(shop.cadenceLadder());
        List<PlanWindow> windows = CampaignPlanner.plan(request.from(), request.to(), anchor, cadenceDays, nodes);
        PlanDrafts.Outcome outcome = request.isAccepted()
                ? drafts.accept(member, request.from(), request.to(), windows)
                : PlanDrafts.Outcome.NONE;
        return new PlanResponse(
                request.from(),
                request.to(),
                anchor,
                cadenceDays,
                cycle.basis(),
                request.isAccepted(),
                windows.stream().map(PlanResponse.Window::from).toList(),
                outcome.created(),
                outcome.kept(),
                outcome.removed());
    }

    /** @param from null for today in China; to null for a year from it */
    public List<NodeResponse> listNodes(LocalDate from, LocalDate to) {
        LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), Shop.DEFAULT_ZONE) : from;
        LocalDate last = to == null ? first.plusDays(LONGEST_PLAN_DAYS - 1L) : to;
        requireRange(first, last, LONGEST_CALENDAR_DAYS);
        return NodeCalendar.list(List.of(MarketingNode.values()), first, last).stream()
                .map(NodeResponse::from)
                .toList();
    }

    private static List<MarketingNode> nodes(List<String> codes) {
        if (codes == null) {
            return MarketingNode.defaults();
        }
        List<MarketingNode> nodes = new ArrayList<>();
        for (String code : codes) {
            nodes.add(MarketingNode.findByCode(code)
                    .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                            "nodes", "UnknownNode", "No marketing node has this code; see GET /marketing-nodes.")));
        }
        return nodes.stream().distinct().toList();
    }

    private static void requireRange(LocalDate from, LocalDate to, int longestDays) {
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
