package io.siyu.campaign;

import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** What changes in a campaign; what is left out stays. */
public record UpdateCampaignRequest(
        @Size(min = 1, max = 120) @Visible String name,

        LocalDate startDay,
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer days,
        Mechanic mechanic,
        @Size(max = 500) String offer,
        @Valid Audience audience,
        @Min(0) @Max(CampaignTerms.MOST_HELD_OUT_PERCENT) Integer holdoutPercent,
        @Min(0) @Max(CampaignTerms.MOST_PRIORITY) Integer priority,

        @DecimalMin("0") @DecimalMax("999999999999") @Digits(integer = 12, fraction = 2)
        BigDecimal salesTarget) {
    CampaignTerms over(CampaignTerms before) {
        return new CampaignTerms(
                name == null ? before.name() : name.strip(),
                Objects.requireNonNullElse(startDay, before.startDay()),
                Objects.requireNonNullElse(days, before.days()),
                mechanic == null ? before.mechanic() : mechanic,
                offer == null ? before.offer() : offer,
                Objects.requireNonNullElse(audience, before.audience()),
                Objects.requireNonNullElse(holdoutPercent, before.holdoutPercent()),
                Objects.requireNonNullElse(priority, before.priority()),
                salesTarget == null ? before.salesTarget() : salesTarget);
    }
}
