package io.siyu.feedback;

import java.time.Instant;

/**
 * Which feedback is asked for; null leaves a side open.
 *
 * @param overdueAt only what was due before and is not settled
 */
public record FeedbackFilter(
        Long reporter, Long owner, FeedbackStatus status, String kind, Long campaign, Instant overdueAt) {}
