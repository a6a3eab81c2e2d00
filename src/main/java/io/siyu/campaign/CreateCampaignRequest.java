package io.siyu.campaign;

import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** A new draft; only its name and first day are needed. It lasts three days unless it is told otherwise. */
public record CreateCampaignRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @NotNull LocalDate startDay,
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer days,
        Mechanic mechanic,
        @Size(max = 500) String offer,
        @Valid Audience audience,
        @Min(0) @Max(CampaignTerms.MOST_HELD_OUT_PERCENT) Integer holdoutPercent,
        @Min(0) @Max(CampaignTerms.MOST_PRIORITY) Integer priority,

        @DecimalMin("0") @DecimalMax("999999999999") @Digits(integer = 12, fraction = 2)
        BigDecimal salesTarget) {
    CampaignTerms terms() {
        return new CampaignTerms(
                name.strip(),
                startDay,
                Objects.requireNonNullElse(days, CampaignTerms.DEFAULT_DAYS),
                mechanic,
                offer,
                Objects.requireNonNullElse(audience, Audience.OPEN),
                Objects.requireNonNullElse(holdoutPercent, 0),
                Objects.requireNonNullElse(priority, 0),
                salesTarget);
    }
}
