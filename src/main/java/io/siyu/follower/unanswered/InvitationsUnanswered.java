package io.siyu.follower.unanswered;

import java.time.Instant;
import java.util.List;

/** Nobody has answered these invitations for a while, and their accounts' owners are to remind of them, once each. */
public record InvitationsUnanswered(long shopId, List<Unanswered> invitations, Instant at) {
    public InvitationsUnanswered {
        invitations = List.copyOf(invitations);
    }

    public record Unanswered(long invitationId, long followerId, long accountId, Instant expiresAt) {}
}
