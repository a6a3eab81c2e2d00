package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.staff.Account;
import io.siyu.staff.AccountKind;

import java.time.Instant;
import java.util.List;

/**
 * An account.
 *
 * @param backupStaffId who has the work while the owner does not work here; null for nobody
 * @param handedFromStaffId who gets it back if the handover is undone; null where there is none to undo
 * @param handoverUndoableUntil null where there is none
 * @param retiredAt null while it is in use
 * @param successorAccountId whose its followers are since then; null for nobody's
 */
public record AccountResponse(
        Id id,
        Id shopId,
        String name,
        AccountKind kind,
        Id ownerStaffId,
        Id backupStaffId,
        Id handedFromStaffId,
        Instant handoverUndoableUntil,
        String persona,
        List<String> tabooWords,
        int dailyAddLimit,
        int capacity,
        boolean active,
        Instant retiredAt,
        Id successorAccountId,
        String retirementReason,
        int version) {
    static AccountResponse from(Account account) {
        return new AccountResponse(
                Id.of(account.id()),
                Id.of(account.shopId()),
                account.name(),
                account.kind(),
                Id.of(account.ownerStaffId()),
                Id.ofNullable(account.backupStaffId().orElse(null)),
                Id.ofNullable(account.handedFromStaffId()),
                account.handoverUndoableUntil(),
                account.persona(),
                account.tabooWords(),
                account.dailyAddLimit(),
                account.capacity(),
                account.active(),
                account.retiredAt(),
                Id.ofNullable(account.successorAccountId()),
                account.retirementReason(),
                account.version());
    }
}
