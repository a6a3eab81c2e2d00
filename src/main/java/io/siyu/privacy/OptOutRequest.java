package io.siyu.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason in whose words, or how the wish came */
public record OptOutRequest(@NotBlank @Size(max = 500) String reason) {}
