package io.siyu.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record UndoBuyerMergeRequest(
        @NotBlank @Size(max = 500) String reason) {}
