package io.siyu.follower;

import io.siyu.follower.invitation.Invitations;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Puts single followers onto accounts, within the same limits as a distribution. */
@ApplicationScoped
class FollowerPlacement {
    private final AccountRepository accounts;
    private final AccountCapacity capacity;
    private final FollowerChanges changes;
    private final FollowerRepository followers;
    private final Invitations invitations;
    private final Event<CandidatesAssigned> assigned;
    private final Event<FollowerPlaced> placed;
    private final Clock clock;

    FollowerPlacement(
            AccountRepository accounts,
            AccountCapacity capacity,
            FollowerChanges changes,
            FollowerRepository followers,
            Invitations invitations,
            Event<CandidatesAssigned> assigned,
            Event<FollowerPlaced> placed,
            Clock clock) {
        this.accounts = accounts;
        this.capacity = capacity;
        this.changes = changes;
        this.followers = followers;
        this.invitations = invitations;
        this.assigned = assigned;
        this.placed = placed;
        this.clock = clock;
    }

    /**
     * @param isAdded whether the buyer has become a friend there: a fact that no limit refuses (R7), and no work to be done
     * @throws io.siyu.platform.problem.ProblemException 400 for an account that is not an active one of the shop, 403 for
     *     staff who mean somebody else's account or follower, 409 for a full account, and for a candidate who was invited
     *     as often as may be
     */
    void move(Member member, FollowerSight.View view, Follower follower, long accountId, boolean isAdded) {
        Account account = accounts.findIn(member.shopId(), accountId)
                .filter(Account::active)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "accountId", "UnknownAccount", "The shop has no such active account."));
        if (!view.isWhole() && !view.accountIds().contains(accountId)) {
            throw ErrorCode.FORBIDDEN.problem("This account belongs to somebody else.");
        }
        boolean isAdd = !isAdded && follower.status() == FollowerStatus.CANDIDATE;
        if (isAdd) {
            invitations.requireRoom(member.shopId(), follower.id(), "accountId", clock.instant());
        }
        LocalDate day = member.shop().today(clock);
        if (!isAdded && follower.status().fillsAccount()) {
            reserve(member.shop(), account, day, isAdd);
        }
        Instant now = clock.instant();
        changes.around(follower.shopId(), List.of(follower.buyerId()), () -> {
            follower.moveTo(accountId, day, now);
            followers.flush();
        });
        placed.fire(new FollowerPlaced(follower.shopId(), follower.id(), accountId));
        if (isAdd) {
            assigned.fire(new CandidatesAssigned(
                    follower.shopId(),
                    List.of(new CandidatesAssigned.Assigned(follower.id(), follower.buyerId(), accountId)),
                    now));
        }
    }

    /** Who comes back needs room again on the account that lost them. */
    void comeBack(Shop shop, Follower follower) {
        if (follower.accountId() != null) {
            accounts.findIn(shop.id(), follower.accountId())
                    .ifPresent(account -> reserve(shop, account, shop.today(clock), false));
        }
    }

    private void reserve(Shop shop, Account account, LocalDate day, boolean isAdd) {
        AccountCapacity.Room room =
                capacity.lock(shop.id(), List.of(account), day).get(0);
        if (room.capacityLeft() == 0) {
            throw ErrorCode.STATE_CONFLICT.problem("accountId", "AccountFull", "The account holds no more followers.");
        }
        if (isAdd && room.dailyLeft() == 0) {
            throw ErrorCode.STATE_CONFLICT.problem("accountId", "DailyLimit", "The account may add nobody more today.");
        }
        if (isAdd) {
            capacity.count(shop.id(), account.id(), day, 1);
        }
    }
}
