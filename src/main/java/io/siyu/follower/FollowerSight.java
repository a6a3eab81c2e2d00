package io.siyu.follower;

import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;

/** Tells which followers a member of a shop may see: staff those of their own accounts,
 * of those whose work they have now, and the shop's pool. */
@ApplicationScoped
public class FollowerSight {
    private final AccountRepository accounts;
    private final Clock clock;

    FollowerSight(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param isWhole whether all of the shop is seen
     * @param accountIds if not, the accounts that are the member's, own or to stand in for
     */
    record View(boolean isWhole, List<Long> accountIds) {
        boolean shows(Follower follower) {
            return owns(follower) || (follower.accountId() == null && follower.status() == FollowerStatus.CANDIDATE);
        }

        boolean owns(Follower follower) {
            return isWhole || accountIds.contains(follower.accountId());
        }
    }

    public View of(Member member) {
        if (!member.isOnlyStaff()) {
            return new View(true, List.of());
        }
        List<Long> own = accounts.listSeenBy(member.shopId(), member.staffId(), clock.instant()).stream()
                .map(Account::id)
                .toList();
        return new View(false, own);
    }
}
