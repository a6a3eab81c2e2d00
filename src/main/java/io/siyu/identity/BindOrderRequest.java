package io.siyu.identity;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;

/** Who bought, where the platform does not say. */
public record BindOrderRequest(@NotNull Id buyerId) {}
