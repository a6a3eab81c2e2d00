package io.siyu.staff.account;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** An account becomes another one's with all that is undone on it, in one transaction and undoable for a day (R14). */
@ApplicationScoped
class AccountHandoverService {
    private final AccountRepository accounts;
    private final StaffRepository staff;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final Clock clock;

    AccountHandoverService(
            AccountRepository accounts, StaffRepository staff, AccountChanges changes, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The same again changes nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for somebody who does not work here, or a script that cannot be
     *     told; 409 for an account that has retired
     */
    AccountResponse handOver(long shopId, long id, HandOverAccountRequest request) {
        return Contention.inTransaction(() -> {
            Account account = accounts.findIn(shopId, id).orElseThrow(AccountService::noSuchAccount);
            AccountResponse before = AccountResponse.from(account);
            if (request.ownerStaffId().value() == account.ownerStaffId()) {
                audit.nothingChanged();
                return before;
            }
            if (!account.active()) {
                throw ErrorCode.STATE_CONFLICT.problem("This account has retired.");
            }
            long owner = working(shopId, request.ownerStaffId());
            account.handOver(owner, clock.instant());
            accounts.flush();
            changes.handedOver(account, before.ownerStaffId().value(), request);
            return changed(before, account);
        });
    }

    /**
     * The owner before has the account again, and what is undone on it.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 if nothing was handed over, 409 after a day, or when the owner
     *     before does not work here any more
     */
    AccountResponse undo(long shopId, long id) {
        return Contention.inTransaction(() -> {
            Account account = accounts.findIn(shopId, id).orElseThrow(AccountService::noSuchAccount);
            if (account.handedFromStaffId() == null) {
                throw ErrorCode.NOT_FOUND.problem("There is no handover of this account.");
            }
            if (!clock.instant().isBefore(account.handoverUndoableUntil())) {
                throw ErrorCode.STATE_CONFLICT.problem(
                        "accountId", "TooLate", "It can be undone for a day; hand the account over anew.");
            }
            if (staff.lockWorking(shopId, account.handedFromStaffId()).isEmpty()) {
                throw ErrorCode.STATE_CONFLICT.problem(
                        "accountId", "OwnerGone", "Whose it was does not work here any more.");
            }
            AccountResponse before = AccountResponse.from(account);
            long tookOver = account.ownerStaffId();
            account.undoHandover();
            accounts.flush();
            changes.handoverUndone(account, tookOver);
            return changed(before, account);
        });
    }

    private AccountResponse changed(AccountResponse before, Account account) {
        AccountResponse after = AccountResponse.from(account);
        audit.record(Act.on(account.shopId(), AccountService.THING, account.id())
                .from(before)
                .to(after));
        return after;
    }

    private long working(long shopId, Id staffId) {
        return staff.lockWorking(shopId, staffId.value())
                .orElseThrow(() -> AccountService.unknownStaff("ownerStaffId"));
    }
}
