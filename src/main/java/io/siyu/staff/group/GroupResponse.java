package io.siyu.staff.group;

import io.siyu.platform.ids.Id;

import java.time.LocalDate;

/**
 * A group chat of an account.
 *
 * @param ownerStaffId null for whoever owns the account
 * @param members null until somebody has counted
 */
public record GroupResponse(
        Id id,
        Id shopId,
        Id accountId,
        String name,
        Id ownerStaffId,
        Integer members,
        LocalDate countedOn,
        GroupStatus status,
        int version) {
    static GroupResponse from(AccountGroup group) {
        return new GroupResponse(
                Id.of(group.id()),
                Id.of(group.shopId()),
                Id.of(group.accountId()),
                group.name(),
                Id.ofNullable(group.ownerStaffId().orElse(null)),
                group.members(),
                group.countedOn(),
                group.status(),
                group.version());
    }
}
