package io.siyu.campaign.plan;

import io.siyu.campaign.CampaignDay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works out the campaign windows of a range of days (product.md, Campaign plan). A window is planned only if all its
 * three days lie in the range. Where node windows share a day, the earlier node keeps its window and absorbs the other;
 * a cadence window near two node windows is absorbed by the nearer, the earlier when they are equally near.
 */
public final class CampaignPlanner {
    /** A cadence window with a day this near to a node window gives way. */
    static final int ABSORPTION_DAYS = 5;

    private CampaignPlanner() {}

    /**
     * @param anchor the day the first cadence window starts on, or an earlier start that fixes the rhythm
     * @param cadenceDays days from one cadence window's start to the next, at least 1
     * @return windows by day, none sharing a day
     */
    public static List<PlanWindow> plan(
            LocalDate from, LocalDate to, LocalDate anchor, int cadenceDays, Collection<MarketingNode> nodes) {
        if (cadenceDays < 1) {
            throw new IllegalArgumentException("cadence of " + cadenceDays + " days");
        }
        Map<PlanWindow, List<AbsorbedWindow>> kept = new LinkedHashMap<>();
        placeNodes(kept, from, to, nodes);
        List<PlanWindow> nodeWindows = List.copyOf(kept.keySet());
        for (PlanWindow window : cadenceWindows(from, to, anchor, cadenceDays)) {
            Optional<PlanWindow> near = nearest(nodeWindows, window, ABSORPTION_DAYS);
            if (near.isPresent()) {
                kept.get(near.get()).add(window.absorbedBy(near.get(), AbsorptionReason.NEAR_NODE));
            } else {
                kept.put(window, List.of());
            }
        }
        return kept.entrySet().stream()
                .map(entry -> entry.getKey().absorbing(byDay(entry.getValue())))
                .sorted(Comparator.comparing(PlanWindow::startDay))
                .toList();
    }

    private static void placeNodes(
            Map<PlanWindow, List<AbsorbedWindow>> kept, LocalDate from, LocalDate to, Collection<MarketingNode> nodes) {
        for (NodeDay node : NodeCalendar.list(nodes, from, to)) {
            PlanWindow window = PlanWindow.ofNode(node);
            if (!window.isWithin(from, to)) {
                continue;
            }
            Optional<PlanWindow> overlapped = nearest(List.copyOf(kept.keySet()), window, 0);
            if (overlapped.isPresent()) {
                kept.get(overlapped.get()).add(window.absorbedBy(overlapped.get(), AbsorptionReason.NODE_OVERLAP));
            } else {
                kept.put(window, new ArrayList<>());
            }
        }
    }

    /** Windows of the cadence's grid; a cadence shorter than a campaign leaves out the starts that would overlap. */
    private static List<PlanWindow> cadenceWindows(LocalDate from, LocalDate to, LocalDate anchor, int cadenceDays) {
        int step = cadenceDays * ceilDiv(CampaignDay.COUNT, cadenceDays);
        LocalDate start = anchor;
        if (anchor.isBefore(from)) {
            long behind = ChronoUnit.DAYS.between(anchor, from);
            start = anchor.plusDays((behind + step - 1) / step * step);
        }
        return Stream.iterate(start, day -> !day.isAfter(to), day -> day.plusDays(step))
                .map(PlanWindow::ofCadence)
                .filter(window -> window.isWithin(from, to))
                .toList();
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    private static Optional<PlanWindow> nearest(List<PlanWindow> windows, PlanWindow window, int withinDays) {
        return windows.stream()
                .filter(other -> window.gapTo(other) <= withinDays)
                .min(Comparator.<PlanWindow>comparingLong(window::gapTo).thenComparing(PlanWindow::startDay));
    }

    private static List<AbsorbedWindow> byDay(List<AbsorbedWindow> windows) {
        return windows.stream()
                .sorted(Comparator.comparing(AbsorbedWindow::startDay))
                .toList();
    }
}
