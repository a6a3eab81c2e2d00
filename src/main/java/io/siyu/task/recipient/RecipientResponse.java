package io.siyu.task.recipient;

import io.siyu.follower.contact.ContactRule;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * One follower of a private message's task.
 *
 * @param state how far the message got
 * @param outcome what was reported last, null if nothing was
 * @param reason why it was skipped, failed or missed
 * @param stateAt when that was, by the device
 * @param copy the message to this follower; null for whom nobody may write to now
 * @param blocked why that is so; null for whom somebody may write to, or has written to
 */
public record RecipientResponse(
        Id followerId,
        Id buyerId,
        String platformId,
        String remark,
        String tier,
        RecipientState state,
        RecipientOutcome outcome,
        String reason,
        Instant stateAt,
        String copy,
        Blocked blocked) {
    /**
     * @param allowed how many messages are, in the time that the limit is about
     * @param since from when on it has held; null if nobody knows
     * @param until when the next message is free; null for never
     * @param taskId with which task the limit was reached, null for none
     */
    public record Blocked(ContactRule limit, int allowed, Instant since, Instant until, Id taskId) {}

    RecipientResponse blockedBy(ReachedLimit limit) {
        Id task = limit.latest() == null ? null : Id.of(limit.latest().taskId());
        return new RecipientResponse(
                followerId,
                buyerId,
                platformId,
                remark,
                tier,
                state,
                outcome,
                reason,
                stateAt,
                null,
                new Blocked(limit.rule(), limit.allowed(), limit.since(), limit.until(), task));
    }

    RecipientResponse reading(String text) {
        return new RecipientResponse(
                followerId, buyerId, platformId, remark, tier, state, outcome, reason, stateAt, text, blocked);
    }
}
