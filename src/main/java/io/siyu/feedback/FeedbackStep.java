package io.siyu.feedback;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * One step on a feedback's way.
 *
 * @param from as {@code to} where only another one answers for it now
 * @param ownerStaffId who answers for it since; null for nobody
 */
public record FeedbackStep(
        FeedbackStatus from, FeedbackStatus to, Instant at, Id byStaffId, Id ownerStaffId, String note) {}
