package io.siyu.campaign.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record ReviewRequest(
        @NotNull ReviewDecision decision, @Size(max = 1000) String note) {}
