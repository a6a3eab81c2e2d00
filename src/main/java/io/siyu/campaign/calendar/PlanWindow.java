package io.siyu.campaign.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Three days for one campaign.
 *
 * @param node none for a cadence window
 * @param absorbed the windows that gave way to this one, by day
 */
public record PlanWindow(LocalDate startDay, WindowSource source, MarketingNode node, List<AbsorbedWindow> absorbed) {

    public static PlanWindow ofCadence(LocalDate startDay) {
        return new PlanWindow(startDay, WindowSource.CADENCE, null, List.of());
    }

    /** The window whose third day is the node. */
    public static PlanWindow ofNode(NodeDay node) {
        return new PlanWindow(node.day().minusDays(CampaignDay.COUNT - 1L), WindowSource.NODE, node.node(), List.of());
    }

    public LocalDate endDay() {
        return startDay.plusDays(CampaignDay.COUNT - 1L);
    }

    /** What a draft of it is called until somebody gives it a better name. */
    public String campaignName() {
        return node == null ? startDay.getMonthValue() + "月" + startDay.getDayOfMonth() + "日活动" : node.zh() + "活动";
    }

    public boolean isOfSameKind(PlanWindow other) {
        return source == other.source && node == other.node;
    }

    /** Days between the nearest days of both windows; 0 when they share one, 1 when one follows the other. */
    public long gapTo(PlanWindow other) {
        long after = ChronoUnit.DAYS.between(endDay(), other.startDay);
        long before = ChronoUnit.DAYS.between(other.endDay(), startDay);
        return Math.max(0, Math.max(after, before));
    }

    public boolean isWithin(LocalDate from, LocalDate to) {
        return !startDay.isBefore(from) && !endDay().isAfter(to);
    }

    public PlanWindow absorbing(List<AbsorbedWindow> windows) {
        return new PlanWindow(startDay, source, node, List.copyOf(windows));
    }

    public AbsorbedWindow absorbedBy(PlanWindow other, AbsorptionReason reason) {
        return new AbsorbedWindow(startDay, endDay(), source, node, gapTo(other), reason);
    }

    public AbsorbedWindow absorbedByCampaign() {
        return new AbsorbedWindow(startDay, endDay(), source, node, 0, AbsorptionReason.CAMPAIGN_OVERLAP);
    }
}
