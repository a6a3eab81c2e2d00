package io.siyu.task;

import jakarta.validation.constraints.NotNull;

import java.time.OffsetDateTime;

public record SnoozeTaskRequest(@NotNull OffsetDateTime until) {}
