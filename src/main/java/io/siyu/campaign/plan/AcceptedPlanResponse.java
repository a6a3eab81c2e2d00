package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan that was accepted, by which values and what it did to the drafts.
 *
 * @param number counts the shop's accepted plans, from 1
 * @param nodes the chosen nodes' codes
 * @param created how many drafts it made; kept, moved and removed likewise
 */
public record AcceptedPlanResponse(
        Id id,
        int number,
        LocalDate from,
        LocalDate to,
        LocalDate anchor,
        List<MarketingNode> nodes,
        CadenceResponse cadence,
        int created,
        int kept,
        int moved,
        int removed,
        String acceptedBy,
        Instant acceptedAt) {
    static AcceptedPlanResponse from(AcceptedPlan plan) {
        PlanTerms terms = plan.terms();
        return new AcceptedPlanResponse(
                Id.of(plan.id()),
                plan.number(),
                terms.from(),
                terms.to(),
                terms.anchor(),
                terms.nodes(),
                CadenceResponse.from(plan.rhythm()),
                plan.createdDrafts(),
                plan.keptDrafts(),
                plan.movedDrafts(),
                plan.removedDrafts(),
                plan.acceptedBy(),
                plan.acceptedAt());
    }
}
