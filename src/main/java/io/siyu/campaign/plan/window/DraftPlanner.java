package io.siyu.campaign.plan.window;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.calendar.PlanWindow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Works out what a plan would do to the campaigns that are there; it changes none. */
public final class DraftPlanner {
    private final Range range;
    private final Map<LocalDate, Campaign> free = new TreeMap<>();
    private final List<PlanDiff.Standing> standing = new ArrayList<>();
    private final List<PlanWindow> create = new ArrayList<>();
    private final List<PlanDiff.Change> keep = new ArrayList<>();
    private final List<PlanDiff.Change> move = new ArrayList<>();
    private final List<PlanWindow> begun = new ArrayList<>();
    private final List<PlanWindow> tooSoon = new ArrayList<>();

    private DraftPlanner(Range range) {
        this.range = range;
    }

    /**
     * The days of a plan.
     *
     * @param today the shop's day on which it is accepted
     * @param firstReadyDay the first day on which a campaign that is begun today can start: what is prepared for it
     *     has to be done some days before (product.md, R5 and R8)
     */
    public record Range(LocalDate from, LocalDate to, LocalDate today, LocalDate firstReadyDay) {}

    /**
     * @param windows of the plan, none sharing a day
     * @param there all campaigns of the shop with a day in the range, by first day
     * @param farthestMove days; a draft whose window lies farther away is removed and another made
     */
    public static PlanDiff diff(List<PlanWindow> windows, List<Campaign> there, Range range, long farthestMove) {
        DraftPlanner planner = new DraftPlanner(range);
        there.forEach(planner::sort);
        windows.forEach(planner::place);
        planner.moveNearby(farthestMove);
        return new PlanDiff(
                planner.create,
                planner.keep,
                planner.move,
                List.copyOf(planner.free.values()),
                planner.standing,
                planner.begun,
                planner.tooSoon);
    }

    private void sort(Campaign campaign) {
        whyUntouchable(campaign)
                .ifPresentOrElse(
                        why -> standing.add(new PlanDiff.Standing(campaign, why, new ArrayList<>())),
                        () -> free.put(campaign.startDay(), campaign));
    }

    private Optional<WhyUntouchable> whyUntouchable(Campaign campaign) {
        if (!campaign.isUntouchedPlan()) {
            return Optional.of(WhyUntouchable.of(campaign));
        }
        if (campaign.startDay().isBefore(range.today())) {
            return Optional.of(WhyUntouchable.BEGUN);
        }
        boolean isInside = !campaign.startDay().isBefore(range.from())
                && !campaign.endDay().isAfter(range.to());
        return isInside ? Optional.empty() : Optional.of(WhyUntouchable.OUTSIDE_RANGE);
    }

    private void place(PlanWindow window) {
        Optional<PlanDiff.Standing> inTheWay =
                standing.stream().filter(other -> isInTheWay(other, window)).findFirst();
        if (window.startDay().isBefore(range.today())) {
            begun.add(window);
        } else if (inTheWay.isPresent()) {
            inTheWay.get().absorbed().add(window.absorbedByCampaign());
        } else if (free.containsKey(window.startDay())) {
            keep.add(new PlanDiff.Change(free.remove(window.startDay()), window));
        } else if (window.startDay().isBefore(range.firstReadyDay())) {
            tooSoon.add(window);
        } else {
            create.add(window);
        }
    }

    private static boolean isInTheWay(PlanDiff.Standing standing, PlanWindow window) {
        Campaign campaign = standing.campaign();
        return standing.why() != WhyUntouchable.CANCELLED
                && !campaign.startDay().isAfter(window.endDay())
                && !campaign.endDay().isBefore(window.startDay());
    }

    private void moveNearby(long farthestMove) {
        List<PlanWindow> gone =
                free.values().stream().map(DraftPlanner::windowOf).toList();
        WindowMoves.between(gone, create, farthestMove).forEach((day, window) -> {
            move.add(new PlanDiff.Change(free.remove(day), window));
            create.remove(window);
        });
    }

    private static PlanWindow windowOf(Campaign draft) {
        return new PlanWindow(draft.startDay(), draft.source(), draft.node(), List.of());
    }
}
