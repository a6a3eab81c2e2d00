package io.siyu.feedback;

import jakarta.persistence.Embeddable;

/**
 * What a feedback is about; each may be absent. The campaign is that of the task.
 *
 * @param product a product's name, as it was written
 */
@Embeddable
public record FeedbackSubject(
        Long taskId, Long scriptId, Long followerId, Long campaignId, Long orderId, String product) {
    public static final FeedbackSubject NOTHING = new FeedbackSubject(null, null, null, null, null, null);
}
