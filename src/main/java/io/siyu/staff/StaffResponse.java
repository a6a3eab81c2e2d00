package io.siyu.staff;

import io.siyu.platform.ids.Id;

import java.util.List;

public record StaffResponse(Id id, String username, String displayName, List<String> roles, int version) {
    public static StaffResponse from(Staff staff) {
        return new StaffResponse(
                Id.of(staff.id()),
                staff.username(),
                staff.displayName(),
                staff.roles().stream().sorted().toList(),
                staff.version());
    }
}
