package io.siyu.campaign.plan;

import io.siyu.cycle.CycleBasis;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;
import java.util.List;

/**
 * A plan, and if it was accepted what became of it.
 *
 * @param basis what the cycle under the cadence was measured on
 * @param created drafts made for windows of the plan
 * @param kept campaigns that were there and stay
 * @param removed drafts of an earlier plan that nobody had touched and that this plan does not have
 */
public record PlanResponse(
        LocalDate from,
        LocalDate to,
        LocalDate anchor,
        int cadenceDays,
        CycleBasis basis,
        boolean accepted,
        List<Window> windows,
        List<Id> created,
        List<Id> kept,
        List<Id> removed) {

    /** Three days. node is a code, nodeName Chinese; both null for a cadence window. */
    public record Window(
            LocalDate startDay,
            LocalDate endDay,
            WindowSource source,
            String node,
            String nodeName,
            List<Absorbed> absorbed) {
        static Window from(PlanWindow window) {
            return new Window(
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    codeOf(window.node()),
                    nameOf(window.node()),
                    window.absorbed().stream().map(Absorbed::from).toList());
        }
    }

    /** A window that gave way, gapDays away from the one that absorbed it. */
    public record Absorbed(
            LocalDate startDay,
            LocalDate endDay,
            WindowSource source,
            String node,
            String nodeName,
            long gapDays,
            AbsorptionReason reason) {
        static Absorbed from(AbsorbedWindow window) {
            return new Absorbed(
                    window.startDay(),
                    window.endDay(),
                    window.source(),
                    codeOf(window.node()),
                    nameOf(window.node()),
                    window.gapDays(),
                    window.reason());
        }
    }

    private static String codeOf(MarketingNode node) {
        return node == null ? null : node.code();
    }

    private static String nameOf(MarketingNode node) {
        return node == null ? null : node.zh();
    }
}
