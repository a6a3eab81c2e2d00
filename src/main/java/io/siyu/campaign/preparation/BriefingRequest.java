package io.siyu.campaign.preparation;

import jakarta.validation.constraints.Size;

public record BriefingRequest(@Size(max = 2000) String agenda) {}
