package io.siyu.campaign;

import jakarta.validation.constraints.Size;

public record BriefingRequest(@Size(max = 2000) String agenda) {}
