package io.siyu.follower.unanswered;

import io.siyu.follower.FollowerChanges;
import io.siyu.follower.invitation.DueInvitations;
import io.siyu.follower.invitation.DueInvitations.Due;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reminds of invitations that nobody answers, and ends them (R15): the follower is a candidate again, the account's room free. */
@ApplicationScoped
public class UnansweredInvitationService {
    private static final int PAGE = 500;

    private final DueInvitations invitations;
    private final FollowerChanges changes;
    private final Event<InvitationsUnanswered> unanswered;
    private final Event<InvitationsExpired> expired;
    private final Sql sql;

    UnansweredInvitationService(
            DueInvitations invitations,
            FollowerChanges changes,
            Event<InvitationsUnanswered> unanswered,
            Event<InvitationsExpired> expired,
            Sql sql) {
        this.invitations = invitations;
        this.changes = changes;
        this.unanswered = unanswered;
        this.expired = expired;
        this.sql = sql;
    }

    /** @return how many of the shop were due, at most a page; they are settled, each for good or until its end */
    int runDue(long shopId, Instant now) {
        List<Long> followers = invitations.listFollowers(shopId, now, PAGE);
        return followers.isEmpty() ? 0 : Contention.inTransaction(() -> settle(shopId, followers, now));
    }

    /** A follower has the id of its buyer. Whom another replica has settled meanwhile is not found any more. */
    private int settle(long shopId, List<Long> followers, Instant now) {
        List<Due> all = new ArrayList<>();
        changes.around(shopId, followers, () -> {
            for (List<Long> some : InLists.of(followers)) {
                all.addAll(invitations.listOf(shopId, some, now));
            }
            invitations.end(
                    shopId, ids(all.stream().filter(due -> !due.isOpen()).toList()), now);
            List<Due> over = all.stream().filter(due -> isOver(due, now)).toList();
            invitations.end(shopId, ids(over), now);
            release(shopId, over.stream().map(Due::followerId).toList(), now);
            invitations.remind(
                    shopId,
                    ids(all.stream().filter(due -> isToRemindOf(due, now)).toList()),
                    now);
        });
        tell(shopId, all, now);
        return all.size();
    }

    private static boolean isOver(Due due, Instant now) {
        return due.isOpen() && !due.expiresAt().isAfter(now);
    }

    /** One that is over by the time that somebody looks is not reminded of any more. */
    private static boolean isToRemindOf(Due due, Instant now) {
        return due.isOpen() && due.expiresAt().isAfter(now);
    }

    private void release(long shopId, List<Long> followers, Instant now) {
        for (List<Long> some : InLists.of(followers)) {
            sql.update(
                    "UPDATE follower SET status = 'CANDIDATE', account_id = NULL, assigned_day = NULL, invited_at = NULL,"
                            + " updated_at = ?, version = version + 1 WHERE shop_id = ? AND status = 'INVITED' AND id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, now, shopId));
        }
    }

    private void tell(long shopId, List<Due> all, Instant now) {
        List<Long> over = all.stream()
                .filter(due -> isOver(due, now))
                .map(Due::followerId)
                .toList();
        List<InvitationsUnanswered.Unanswered> open = all.stream()
                .filter(due -> isToRemindOf(due, now) && Objects.nonNull(due.accountId()))
                .map(due -> new InvitationsUnanswered.Unanswered(
                        due.id(), due.followerId(), due.accountId(), due.expiresAt()))
                .toList();
        if (!over.isEmpty()) {
            expired.fire(new InvitationsExpired(shopId, over, now));
        }
        if (!open.isEmpty()) {
            unanswered.fire(new InvitationsUnanswered(shopId, open, now));
        }
    }

    private static List<Long> ids(List<Due> some) {
        return some.stream().map(Due::id).toList();
    }
}
