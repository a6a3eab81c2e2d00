package io.siyu.task.work;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record SkipTaskRequest(@NotBlank @Size(max = 500) String reason) {}
