package io.siyu.feedback.loop;

import io.siyu.feedback.FeedbackOutcome;
import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param reason needed for REJECTED */
public record ActOnFeedbackRequest(
        @NotNull FeedbackOutcome outcome,
        @Size(max = 500) String reason,
        @Size(max = 2000) String note,
        Id scriptId,
        Id materialId,
        Id campaignId) {}
