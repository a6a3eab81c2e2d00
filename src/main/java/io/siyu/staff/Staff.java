package io.siyu.staff;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.security.Role;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.Set;

/**
 * A member of a shop. The name only invites: from the first login on the person is known by issuer and subject, and
 * nobody else comes in under the same name.
 */
@Entity
public class Staff extends ShopOwned {
    /** Work is for these; an integration has none. */
    private static final Set<String> WORKING = Set.of(Role.ADMIN, Role.MARKETER, Role.STAFF);

    private String username;
    private String displayName;

    @Convert(converter = RolesConverter.class)
    private Set<String> roles;

    @Enumerated(EnumType.STRING)
    private StaffStatus status;

    private String issuer;
    private String subject;
    private Instant createdAt;
    private Instant joinedAt;
    private Instant leftAt;

    /** For Hibernate. */
    protected Staff() {}

    /** Somebody who may come in by the first login under the username. */
    public Staff(long shopId, String username, String displayName, Set<String> roles, Instant createdAt) {
        super(shopId);
        this.username = username;
        this.displayName = displayName;
        this.roles = Set.copyOf(roles);
        this.status = StaffStatus.INVITED;
        this.createdAt = createdAt;
    }

    /** The person is known from now on. */
    void join(Login login, Instant now) {
        require(status == StaffStatus.INVITED, "join");
        issuer = login.issuer();
        subject = login.subject();
        joinedAt = now;
        status = StaffStatus.ACTIVE;
    }

    void rename(String newName) {
        displayName = newName;
    }

    void take(Set<String> newRoles) {
        roles = Set.copyOf(newRoles);
    }

    void deactivate() {
        require(status != StaffStatus.REMOVED, "be deactivated");
        status = StaffStatus.INACTIVE;
    }

    /** Back to what it was: who never came in is invited again. */
    void reactivate() {
        require(status != StaffStatus.REMOVED, "be taken back without an invitation");
        status = isKnown() ? StaffStatus.ACTIVE : StaffStatus.INVITED;
    }

    void remove(Instant now) {
        status = StaffStatus.REMOVED;
        leftAt = now;
    }

    private void require(boolean allowed, String what) {
        if (!allowed) {
            throw ErrorCode.STATE_CONFLICT.problem("Somebody who is " + status + " cannot " + what + ".");
        }
    }

    /** Whether somebody came in by this invitation. */
    public boolean isKnown() {
        return subject != null;
    }

    /** Whether the person is of the shop, be it by invitation only. */
    public boolean isPresent() {
        return isPresent(status);
    }

    private static boolean isPresent(StaffStatus status) {
        return status == StaffStatus.ACTIVE || status == StaffStatus.INVITED;
    }

    /** Whether work can be given to the person. */
    public boolean isWorking() {
        return isWorking(status, roles);
    }

    static boolean isWorking(StaffStatus status, Set<String> roles) {
        return isPresent(status) && roles.stream().anyMatch(WORKING::contains);
    }

    /** Whether the person can let others in. */
    boolean isActiveAdmin() {
        return status == StaffStatus.ACTIVE && roles.contains(Role.ADMIN);
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Set<String> roles() {
        return roles;
    }

    public StaffStatus status() {
        return status;
    }

    /** Null before the first login. */
    public String issuer() {
        return issuer;
    }

    /** Null before the first login. */
    public String subject() {
        return subject;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    public Instant leftAt() {
        return leftAt;
    }
}
