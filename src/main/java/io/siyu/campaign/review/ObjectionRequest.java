package io.siyu.campaign.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record ObjectionRequest(@NotBlank @Size(max = 2000) String text) {}
