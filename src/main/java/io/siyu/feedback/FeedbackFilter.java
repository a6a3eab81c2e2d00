package io.siyu.feedback;

import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Member;

import java.time.Instant;
import java.util.List;

/**
 * Which feedback is asked for; null leaves a side open.
 *
 * @param concerned who reported it or answers for it
 * @param overdueAt only what was due before and is not settled
 */
public record FeedbackFilter(
        Long concerned,
        Long reporter,
        Long owner,
        FeedbackStatus status,
        String kind,
        Long campaign,
        Instant overdueAt) {
    /** @param mine what staff reported or answer for, which they are shown anyway; for others what they answer for */
    public static FeedbackFilter of(
            Member member, boolean mine, FeedbackStatus status, String kind, Id campaign, Instant overdueAt) {
        boolean onlyOwn = member.isOnlyStaff();
        return new FeedbackFilter(
                onlyOwn ? member.staffId() : null,
                null,
                !onlyOwn && mine ? member.staffId() : null,
                status,
                kind,
                campaign == null ? null : campaign.value(),
                overdueAt);
    }

    public static FeedbackFilter of(FeedbackStatus status) {
        return new FeedbackFilter(null, null, null, status, null, null, null);
    }

    /** The same as filters of which each is one range of one index. */
    List<FeedbackFilter> ranges() {
        return concerned == null
                ? List.of(this)
                : List.of(
                        new FeedbackFilter(null, concerned, owner, status, kind, campaign, overdueAt),
                        new FeedbackFilter(null, reporter, concerned, status, kind, campaign, overdueAt));
    }
}
