package io.siyu.campaign.plan;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What to plan, and by which values: those left out are the shop's own.
 *
 * @param from the first day, in the shop's zone
 * @param to the last day, at most 366 days with from
 * @param anchor a start that fixes the rhythm; from if left out
 * @param nodes codes of marketing nodes; a usual choice if left out, none if empty
 * @param scope whose purchases the cycle is measured on: auto, buyers or followers
 * @param factor how many cycles the cadence should last at least; 1.5 if left out
 * @param ladder ascending days that the cadence is chosen from
 * @param cadenceDays the cadence itself, instead of factor and ladder
 * @param accept true makes drafts; otherwise the plan is only shown
 * @param tag of the preview that is accepted: 409 if other changes would be made than it showed
 */
public record PlanRequest(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        LocalDate anchor,
        @Size(max = 100) List<@NotNull String> nodes,

        @Pattern(regexp = "(?i)auto|buyers|followers") String scope,

        @DecimalMin("0.5") @DecimalMax("5") @Digits(integer = 1, fraction = 4)
        BigDecimal factor,

        @Size(min = 1, max = PlanRequest.LONGEST_STEP_DAYS)
        List<@NotNull @Min(1) @Max(PlanRequest.LONGEST_STEP_DAYS) Integer> ladder,

        @Min(1) @Max(PlanRequest.LONGEST_STEP_DAYS) Integer cadenceDays,
        Boolean accept,
        @Size(max = 100) String tag) {
    static final int LONGEST_STEP_DAYS = 366;

    /** By the shop's own values, made into drafts. */
    public static PlanRequest accepting(LocalDate from, LocalDate to) {
        return new PlanRequest(from, to, null, null, null, null, null, null, true, null);
    }

    boolean isAccepted() {
        return Boolean.TRUE.equals(accept);
    }
}
