package io.siyu.feedback;

import jakarta.persistence.Embeddable;

/** What a feedback is about; each may be absent. The campaign is that of the task. */
@Embeddable
public record FeedbackSubject(Long taskId, Long scriptId, Long followerId, Long campaignId) {}
