package io.siyu.staff.caller;

import io.siyu.platform.security.Role;

import java.util.Set;

/**
 * What somebody is in a shop at a moment.
 *
 * @param roles those that the token and the shop give and that the operation is open to; never empty
 */
public record Standing(long shopId, long staffId, Set<String> roles) {
    public static Standing of(Member member) {
        return new Standing(member.shopId(), member.staffId(), member.roles());
    }

    /** Sees only own accounts and the shop's pool. */
    public boolean isOnlyStaff() {
        return Role.areOnlyStaff(roles);
    }

    /** Whether nothing that this one gives is missing from the other. */
    public boolean isKeptBy(Standing other) {
        return other != null && staffId == other.staffId() && other.roles().containsAll(roles);
    }
}
