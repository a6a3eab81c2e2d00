package io.siyu.campaign.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.List;

/**
 * What to plan.
 *
 * @param from the first day, in the shop's zone
 * @param to the last day, at most 366 days with from
 * @param anchor a start that fixes the rhythm; from if left out
 * @param nodes codes of marketing nodes; a usual choice if left out, none if empty
 * @param accept true makes drafts; otherwise the plan is only shown
 */
public record PlanRequest(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        LocalDate anchor,
        @Size(max = 100) List<@NotNull String> nodes,
        Boolean accept) {
    boolean isAccepted() {
        return Boolean.TRUE.equals(accept);
    }
}
