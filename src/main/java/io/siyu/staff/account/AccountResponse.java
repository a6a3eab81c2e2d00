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
