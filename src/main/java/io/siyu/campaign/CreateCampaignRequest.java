package io.siyu.campaign;

import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.Objects;

/** A new draft; only its name and first day are needed. */
public record CreateCampaignRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @NotNull LocalDate startDay,
        Mechanic mechanic,
        @Size(max = 500) String offer,
        @Valid Audience audience,
        @Min(0) @Max(CampaignTerms.MOST_HELD_OUT_PERCENT) Integer holdoutPercent) {
    CampaignTerms terms() {
        return new CampaignTerms(
                name.strip(),
                startDay,
                mechanic,
                offer,
                Objects.requireNonNullElse(audience, Audience.OPEN),
                Objects.requireNonNullElse(holdoutPercent, 0));
    }
}
