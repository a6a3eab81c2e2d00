package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.AbsorptionReason;
import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodeCalendar;
import io.siyu.campaign.calendar.NodeDay;
import io.siyu.campaign.calendar.PlanWindow;

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
 * three days lie in the range; a node or cadence start in the range whose window does not is told as cut, and absorbs
 * nothing. Where node windows share a day, the earlier node keeps its window and absorbs the other; a cadence window
 * near two node windows is absorbed by the nearer, the earlier when they are equally near.
 */
public final class CampaignPlanner {
    /** A cadence window with a day this near to a node window gives way. */
    static final int ABSORPTION_DAYS = 5;

    private static final Comparator<PlanWindow> BY_DAY = Comparator.comparing(PlanWindow::startDay);

    private final LocalDate from;
    private final LocalDate to;
    private final Map<PlanWindow, List<AbsorbedWindow>> kept = new LinkedHashMap<>();
    private final List<PlanWindow> cut = new ArrayList<>();

    private CampaignPlanner(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param anchor the day the first cadence window starts on, or an earlier start that fixes the rhythm
     * @param cadenceDays days from one cadence window's start to the next, at least 1
     */
    public static CampaignPlan plan(
            LocalDate from, LocalDate to, LocalDate anchor, int cadenceDays, Collection<MarketingNode> nodes) {
        if (cadenceDays < 1) {
            throw new IllegalArgumentException("cadence of " + cadenceDays + " days");
        }
        CampaignPlanner planner = new CampaignPlanner(from, to);
        planner.placeNodes(nodes);
        planner.placeCadence(anchor, cadenceDays);
        return planner.plan();
    }

    private CampaignPlan plan() {
        List<PlanWindow> windows = kept.entrySet().stream()
                .map(entry -> entry.getKey().absorbing(byDay(entry.getValue())))
                .sorted(BY_DAY)
                .toList();
        return new CampaignPlan(windows, cut.stream().sorted(BY_DAY).toList());
    }

    private void placeNodes(Collection<MarketingNode> nodes) {
        for (NodeDay node : NodeCalendar.list(nodes, from, to)) {
            PlanWindow window = PlanWindow.ofNode(node);
            if (!window.isWithin(from, to)) {
                cut.add(window);
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

    private void placeCadence(LocalDate anchor, int cadenceDays) {
        List<PlanWindow> nodeWindows = List.copyOf(kept.keySet());
        for (PlanWindow window : cadenceWindows(anchor, cadenceDays)) {
            if (!window.isWithin(from, to)) {
                cut.add(window);
                continue;
            }
            Optional<PlanWindow> near = nearest(nodeWindows, window, ABSORPTION_DAYS);
            if (near.isPresent()) {
                kept.get(near.get()).add(window.absorbedBy(near.get(), AbsorptionReason.NEAR_NODE));
            } else {
                kept.put(window, List.of());
            }
        }
    }

    /** Windows of the cadence's grid; a cadence shorter than a campaign leaves out the starts that would overlap. */
    private List<PlanWindow> cadenceWindows(LocalDate anchor, int cadenceDays) {
        int step = cadenceDays * ceilDiv(CampaignDay.COUNT, cadenceDays);
        LocalDate start = anchor;
        if (anchor.isBefore(from)) {
            long behind = ChronoUnit.DAYS.between(anchor, from);
            start = anchor.plusDays((behind + step - 1) / step * step);
        }
        return Stream.iterate(start, day -> !day.isAfter(to), day -> day.plusDays(step))
                .map(PlanWindow::ofCadence)
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
