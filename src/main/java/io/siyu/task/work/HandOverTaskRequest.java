package io.siyu.task.work;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record HandOverTaskRequest(
        @NotNull Id staffId, @NotBlank @Size(max = 500) String reason) {}
