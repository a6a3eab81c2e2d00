package io.siyu.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a feedback is about; each may be absent. The campaign is that of the task. */
@Embeddable
public record FeedbackSubject(
        @Column(name = "task_id") Long taskId,
        @Column(name = "script_id") Long scriptId,
        @Column(name = "follower_id") Long followerId,
        @Column(name = "campaign_id") Long campaignId) {}
