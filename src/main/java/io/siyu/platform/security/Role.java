package io.siyu.platform.security;

import java.util.Set;

/** The roles that the login gives. */
public final class Role {
    public static final String ADMIN = "admin";
    public static final String MARKETER = "marketer";
    public static final String STAFF = "staff";
    public static final String INTEGRATION = "integration";
    public static final Set<String> ALL = Set.of(ADMIN, MARKETER, STAFF, INTEGRATION);

    private Role() {}

    /** Whether whoever has these sees only what staff see: own accounts and the pool. */
    public static boolean areOnlyStaff(Set<String> roles) {
        return !roles.contains(ADMIN) && !roles.contains(MARKETER) && !roles.contains(INTEGRATION);
    }
}
