package io.siyu.task.queue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.siyu.task.recipient.RecipientResponse;

import java.util.List;

/** A task with its first recipients, at most a page of them; further ones under its {@code /recipients}. */
public record TaskDetailResponse(@JsonUnwrapped TaskResponse task, List<RecipientResponse> recipients) {}
