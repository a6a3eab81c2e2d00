package io.siyu.feedback;

import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Member;

import java.time.Instant;

/**
 * Which feedback is asked for; null leaves a side open.
 *
 * @param overdueAt only what was due before and is not settled
 */
public record FeedbackFilter(
        Long reporter, Long owner, FeedbackStatus status, String kind, Long campaign, Instant overdueAt) {
    /** @param mine what staff reported anyway; for others what they answer for */
    public static FeedbackFilter of(
            Member member, boolean mine, FeedbackStatus status, String kind, Id campaign, Instant overdueAt) {
        boolean onlyOwn = member.isOnlyStaff();
        return new FeedbackFilter(
                onlyOwn ? member.staffId() : null,
                !onlyOwn && mine ? member.staffId() : null,
                status,
                kind,
                campaign == null ? null : campaign.value(),
                overdueAt);
    }
}
