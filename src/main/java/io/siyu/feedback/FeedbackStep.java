package io.siyu.feedback;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** One step on a feedback's way. */
public record FeedbackStep(FeedbackStatus from, FeedbackStatus to, Instant at, Id byStaffId, String note) {}
