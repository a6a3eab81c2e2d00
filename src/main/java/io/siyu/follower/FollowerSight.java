package io.siyu.follower;

import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Tells which followers a member of a shop may see: staff those of their own accounts and the shop's pool. */
@ApplicationScoped
public class FollowerSight {
    private final AccountRepository accounts;

    FollowerSight(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * @param isWhole whether all of the shop is seen
     * @param accountIds if not, the accounts that are the member's own
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
        List<Long> own = accounts.listOwnedBy(member.shopId(), member.staffId()).stream()
                .map(Account::id)
                .toList();
        return new View(false, own);
    }
}
