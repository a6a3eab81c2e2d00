package io.siyu.staff.member;

import io.siyu.platform.ids.Id;
import io.siyu.shop.calendar.WorkingHours;
import io.siyu.staff.Absence;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffStatus;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A member of a shop.
 *
 * @param username the name that was invited
 * @param joinedAt the first login; null while it is waited for
 * @param leftAt null for who works here
 * @param absence the one that runs, when the status is AWAY, or that is to come; null for none
 * @param workingHours of the week; none for those of the shop
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
        AbsenceResponse absence,
        List<WorkingHours> workingHours,
        int version) {
    /** When somebody is away, and who stands in; nobody's id is null. */
    public record AbsenceResponse(Instant from, Instant until, Id backupStaffId) {
        static AbsenceResponse of(Absence absence) {
            return new AbsenceResponse(absence.awayFrom(), absence.awayUntil(), Id.ofNullable(absence.backupStaffId()));
        }
    }

    public static StaffResponse from(Staff staff, Instant now) {
        return new StaffResponse(
                Id.of(staff.id()),
                Id.of(staff.shopId()),
                staff.username(),
                staff.displayName(),
                staff.roles().stream().sorted().toList(),
                staff.statusAt(now),
                staff.joinedAt(),
                staff.leftAt(),
                staff.absence().map(AbsenceResponse::of).orElse(null),
                Objects.requireNonNullElse(staff.workingHours(), List.of()),
                staff.version());
    }
}
