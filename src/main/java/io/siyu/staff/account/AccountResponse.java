package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.staff.Account;
import io.siyu.staff.AccountKind;

import java.util.List;

public record AccountResponse(
        Id id,
        Id shopId,
        String name,
        AccountKind kind,
        Id ownerStaffId,
        String persona,
        List<String> tabooWords,
        int dailyAddLimit,
        int capacity,
        boolean active,
        int version) {
    static AccountResponse from(Account account) {
        return new AccountResponse(
                Id.of(account.id()),
                Id.of(account.shopId()),
                account.name(),
                account.kind(),
                Id.of(account.ownerStaffId()),
                account.persona(),
                account.tabooWords(),
                account.dailyAddLimit(),
                account.capacity(),
                account.active(),
                account.version());
    }
}
