package io.siyu.task.work;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.util.List;
import java.util.Objects;

/** @param shop null asks all the caller's shops */
public record ClaimTasksRequest(
        Id shop,
        List<@NotNull TaskKind> kinds,
        @Min(1) @Max(20) Integer limit) {
    public ClaimTasksRequest {
        kinds = Objects.requireNonNullElse(kinds, List.of());
        limit = Objects.requireNonNullElse(limit, 1);
    }
}
