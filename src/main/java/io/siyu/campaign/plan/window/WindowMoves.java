package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.PlanWindow;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which windows of one plan stand in for which of another. A window has moved when the other plan has one of the same
 * source and node nearby; the nearest go together first, of equally near ones the earlier.
 */
final class WindowMoves {
    private WindowMoves() {}

    private record Pair(PlanWindow gone, PlanWindow added, long days) {}

    /**
     * @param gone windows of one plan, no two starting on one day
     * @param added windows of the other, likewise
     * @param withinDays farther away it is another window
     * @return the new window by the old one's first day; windows that did not move are left out
     */
    static Map<LocalDate, PlanWindow> between(
            Collection<PlanWindow> gone, Collection<PlanWindow> added, long withinDays) {
        Map<LocalDate, PlanWindow> moves = new TreeMap<>();
        Set<LocalDate> taken = new HashSet<>();
        for (Pair pair : nearestFirst(gone, added, withinDays)) {
            LocalDate from = pair.gone().startDay();
            if (!moves.containsKey(from) && taken.add(pair.added().startDay())) {
                moves.put(from, pair.added());
            }
        }
        return moves;
    }

    private static List<Pair> nearestFirst(Collection<PlanWindow> gone, Collection<PlanWindow> added, long withinDays) {
        List<Pair> pairs = new ArrayList<>();
        for (PlanWindow old : gone) {
            for (PlanWindow other : added) {
                long days = Math.abs(ChronoUnit.DAYS.between(old.startDay(), other.startDay()));
                if (old.isOfSameKind(other) && days <= withinDays) {
                    pairs.add(new Pair(old, other, days));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::days)
                .thenComparing(pair -> pair.gone().startDay())
                .thenComparing(pair -> pair.added().startDay()));
        return pairs;
    }
}
