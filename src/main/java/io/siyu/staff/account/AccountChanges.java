package io.siyu.staff.account;

import io.siyu.staff.Account;
import io.siyu.staff.AccountHanded;
import io.siyu.staff.AccountOpened;
import io.siyu.staff.AccountRetired;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.util.List;

/** Tells what hangs on accounts that they changed, in the transaction in which they did. */
@ApplicationScoped
class AccountChanges {
    private final Event<AccountHanded> handed;
    private final Event<AccountOpened> opened;
    private final Event<AccountRetired> retired;

    AccountChanges(Event<AccountHanded> handed, Event<AccountOpened> opened, Event<AccountRetired> retired) {
        this.handed = handed;
        this.opened = opened;
        this.retired = retired;
    }

    /** @param fromStaffId whose it was; the owner's, if only the backup is another one */
    void handed(Account account, long fromStaffId) {
        handed.fire(new AccountHanded(account.shopId(), List.of(account.id()), fromStaffId));
    }

    /** That it is in use, or no longer. */
    void use(Account account) {
        if (account.active()) {
            opened.fire(new AccountOpened(account.shopId(), account.id()));
        } else {
            retired.fire(new AccountRetired(
                    account.shopId(), account.id(), account.successorAccountId(), account.retirementReason()));
        }
    }
}
