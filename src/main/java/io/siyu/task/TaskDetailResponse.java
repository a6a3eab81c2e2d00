package io.siyu.task;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.siyu.platform.paging.Page;

/** A task with the first page of its recipients; further ones under its {@code /recipients}. */
public record TaskDetailResponse(@JsonUnwrapped TaskResponse task, Page<RecipientResponse> recipients) {}
