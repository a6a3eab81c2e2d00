package io.siyu.task.recipient;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * One follower of a private message's task.
 *
 * @param copy the message to this follower
 */
public record RecipientResponse(
        Id followerId,
        Id buyerId,
        String platformId,
        String remark,
        String tier,
        RecipientState state,
        String note,
        Instant stateAt,
        String copy) {
    RecipientResponse reading(String text) {
        return new RecipientResponse(followerId, buyerId, platformId, remark, tier, state, note, stateAt, text);
    }
}
