package io.siyu.task;

import java.time.Instant;

/**
 * When a task is to be done.
 *
 * @param opensAt from when on
 * @param dueAt by when it should be
 * @param validUntil after which it means nothing any more; null for never
 */
public record TaskTimes(Instant opensAt, Instant dueAt, Instant validUntil) {}
