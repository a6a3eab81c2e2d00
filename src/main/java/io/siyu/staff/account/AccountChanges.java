package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.staff.Account;
import io.siyu.staff.AccountHanded;
import io.siyu.staff.AccountHandedOver;
import io.siyu.staff.AccountOpened;
import io.siyu.staff.AccountRetired;
import io.siyu.staff.HandoverUndone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Tells what hangs on accounts that they changed, in the transaction in which they did. */
@ApplicationScoped
class AccountChanges {
    private final Event<AccountHanded> handed;
    private final Event<AccountHandedOver> handedOver;
    private final Event<HandoverUndone> handoverUndone;
    private final Event<AccountOpened> opened;
    private final Event<AccountRetired> retired;

    AccountChanges(
            Event<AccountHanded> handed,
            Event<AccountHandedOver> handedOver,
            Event<HandoverUndone> handoverUndone,
            Event<AccountOpened> opened,
            Event<AccountRetired> retired) {
        this.handed = handed;
        this.handedOver = handedOver;
        this.handoverUndone = handoverUndone;
        this.opened = opened;
        this.retired = retired;
    }

    /** @param fromStaffId whose it was; the owner's, if only the backup is another one */
    void handed(Account account, long fromStaffId) {
        handed.fire(new AccountHanded(account.shopId(), account.id(), fromStaffId));
    }

    /** The same by a handover, of which its followers may be told. */
    void handedOver(Account account, long fromStaffId, HandOverAccountRequest request) {
        handed(account, fromStaffId);
        handedOver.fire(new AccountHandedOver(
                account.shopId(),
                account.id(),
                fromStaffId,
                value(request.farewellScriptId()),
                value(request.helloScriptId())));
    }

    void handoverUndone(Account account, long tookOverStaffId) {
        handoverUndone.fire(
                new HandoverUndone(account.shopId(), account.id(), account.ownerStaffId(), tookOverStaffId));
    }

    private static Long value(Id id) {
        return id == null ? null : (Long) id.value();
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
