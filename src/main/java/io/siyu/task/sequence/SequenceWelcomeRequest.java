package io.siyu.task.sequence;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param scriptVersion the newest if left out; of a welcome that had this script before, the one that it had */
public record SequenceWelcomeRequest(
        @NotNull Id scriptId, @Min(1) Integer scriptVersion) {}
