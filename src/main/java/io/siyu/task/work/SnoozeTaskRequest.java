package io.siyu.task.work;

import jakarta.validation.constraints.NotNull;

import java.time.OffsetDateTime;

public record SnoozeTaskRequest(@NotNull OffsetDateTime until) {}
