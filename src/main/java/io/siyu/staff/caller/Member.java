package io.siyu.staff.caller;

import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;

import java.util.Set;

/**
 * The caller as a member of one shop.
 *
 * @param roles those that the login and the shop give and that the called operation declares: who is also of another
 *     role sees in an operation no more than the roles it is open to
 */
public record Member(Shop shop, long staffId, String username, String displayName, Set<String> roles) {
    public long shopId() {
        return shop.id();
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Sees only own accounts and the shop's pool. */
    public boolean isOnlyStaff() {
        return Role.areOnlyStaff(roles);
    }
}
