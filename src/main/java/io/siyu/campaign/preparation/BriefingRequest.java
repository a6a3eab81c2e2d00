package io.siyu.campaign.preparation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

public record BriefingRequest(@NotNull @Valid Agenda agenda) {}
