package io.siyu.campaign.preparation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param note left out: the note stays */
public record PreparationRequest(
        @NotNull PreparationItem item,
        @NotNull PreparationState state,
        @Size(max = 1000) String note) {}
