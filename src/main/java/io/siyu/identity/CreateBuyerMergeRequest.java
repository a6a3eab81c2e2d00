package io.siyu.identity;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Two buyers who are one person. */
public record CreateBuyerMergeRequest(
        @NotNull Id keptId,
        @NotNull Id goneId,
        @NotBlank @Size(max = 500) String reason) {}
