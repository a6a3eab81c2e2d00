package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.PlanWindow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the windows of a plan differ from those of another.
 *
 * @param added windows that only the plan has
 * @param gone windows that only the other has
 */
public record PlanComparison(List<PlanWindow> added, List<PlanWindow> gone, List<Move> moved) {

    /** A window of the other plan, and where it lies in this one. */
    public record Move(PlanWindow from, PlanWindow to) {}

    /** @param farthestMove days; farther away it is another window */
    public static PlanComparison of(List<PlanWindow> plan, List<PlanWindow> other, long farthestMove) {
        List<PlanWindow> added = without(plan, other);
        List<PlanWindow> gone = without(other, plan);
        Map<LocalDate, PlanWindow> moves = WindowMoves.between(gone, added, farthestMove);
        List<Move> moved = gone.stream()
                .filter(window -> moves.containsKey(window.startDay()))
                .map(window -> new Move(window, moves.get(window.startDay())))
                .toList();
        moved.forEach(move -> {
            gone.remove(move.from());
            added.remove(move.to());
        });
        return new PlanComparison(added, gone, moved);
    }

    private static List<PlanWindow> without(List<PlanWindow> windows, List<PlanWindow> others) {
        List<PlanWindow> rest = new ArrayList<>(windows);
        rest.removeIf(window -> others.stream()
                .anyMatch(other -> other.startDay().equals(window.startDay()) && other.isOfSameKind(window)));
        return rest;
    }
}
