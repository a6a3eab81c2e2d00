package io.siyu.campaign;

import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.Objects;

/** What changes in a campaign; what is left out stays. */
public record UpdateCampaignRequest(
        @Size(min = 1, max = 120) @Visible String name,

        LocalDate startDay,
        Mechanic mechanic,
        @Size(max = 500) String offer,
        @Valid Audience audience,
        @Min(0) @Max(CampaignTerms.MOST_HELD_OUT_PERCENT) Integer holdoutPercent) {
    CampaignTerms over(CampaignTerms before) {
        return new CampaignTerms(
                name == null ? before.name() : name.strip(),
                Objects.requireNonNullElse(startDay, before.startDay()),
                mechanic == null ? before.mechanic() : mechanic,
                offer == null ? before.offer() : offer,
                Objects.requireNonNullElse(audience, before.audience()),
                Objects.requireNonNullElse(holdoutPercent, before.holdoutPercent()));
    }
}
