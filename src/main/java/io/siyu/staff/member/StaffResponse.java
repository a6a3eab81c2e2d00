package io.siyu.staff.member;

import io.siyu.platform.ids.Id;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffStatus;

import java.time.Instant;
import java.util.List;

/**
 * A member of a shop.
 *
 * @param username the name that was invited
 * @param joinedAt the first login; null while it is waited for
 * @param leftAt null for who works here
 */
public record StaffResponse(
        Id id,
        Id shopId,
        String username,
        String displayName,
        List<String> roles,
        StaffStatus status,
        Instant joinedAt,
        Instant leftAt,
        int version) {
    static StaffResponse from(Staff staff) {
        return new StaffResponse(
                Id.of(staff.id()),
                Id.of(staff.shopId()),
                staff.username(),
                staff.displayName(),
                staff.roles().stream().sorted().toList(),
                staff.status(),
                staff.joinedAt(),
                staff.leftAt(),
                staff.version());
    }
}
