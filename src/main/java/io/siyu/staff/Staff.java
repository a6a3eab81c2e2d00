package io.siyu.staff;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.security.Role;
import io.siyu.shop.calendar.WorkingHours;
import org.hibernate.annotations.OptimisticLock;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    @Embedded
    private Absence absence;

    @Convert(converter = WorkingHoursConverter.class)
    private List<WorkingHours> workingHours;

    /** No edition of the member: whoever changes one meanwhile is not in the way. */
    @Convert(converter = RolesConverter.class)
    @OptimisticLock(excluded = true)
    private Set<String> loginRoles;

    @OptimisticLock(excluded = true)
    private Instant loginSeenAt;

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
    public void join(Login login, Instant now) {
        require(status == StaffStatus.INVITED, "join");
        issuer = login.issuer();
        subject = login.subject();
        joinedAt = now;
        status = StaffStatus.ACTIVE;
    }

    /** The login gives these roles from now on. */
    public void see(SeenLogin seen) {
        loginRoles = seen.roles();
        loginSeenAt = seen.issuedAt();
    }

    /** Whether a token that is no older than the last one that told anything new gives other roles than are known. */
    public boolean isSeenOtherwise(SeenLogin seen) {
        return !seen.roles().equals(loginRoles)
                && (loginSeenAt == null || !seen.issuedAt().isBefore(loginSeenAt));
    }

    public void rename(String newName) {
        displayName = newName;
    }

    public void take(Set<String> newRoles) {
        roles = Set.copyOf(newRoles);
    }

    /** @param hours of the week, by weekday and beginning; null for the shop's */
    public void work(List<WorkingHours> hours) {
        workingHours = hours;
    }

    public void deactivate() {
        require(status != StaffStatus.LEFT, "be deactivated");
        status = StaffStatus.INACTIVE;
    }

    /** Back to what it was: who never came in is invited again. */
    public void reactivate() {
        require(status != StaffStatus.LEFT, "be taken back without an invitation");
        status = isKnown() ? StaffStatus.ACTIVE : StaffStatus.INVITED;
    }

    public void remove(Instant now) {
        status = StaffStatus.LEFT;
        leftAt = now;
    }

    /** Undoes that the person left. */
    public void comeBack() {
        require(status == StaffStatus.LEFT, "come back");
        leftAt = null;
        status = isKnown() ? StaffStatus.ACTIVE : StaffStatus.INVITED;
    }

    /**
     * Will be, or is, away.
     *
     * @return whether that is new
     */
    public boolean goAway(Absence planned) {
        require(status == StaffStatus.ACTIVE, "be away");
        if (Objects.equals(planned, absence)) {
            return false;
        }
        absence = planned;
        return true;
    }

    /** The absence is over, or does not take place. */
    public void endAbsence() {
        absence = null;
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
        return isWorking(status, effectiveRoles());
    }

    /** @param roles those that count */
    static boolean isWorking(StaffStatus status, Set<String> roles) {
        return isPresent(status) && roles.stream().anyMatch(WORKING::contains);
    }

    /** Whether the person works here at an instant: came in, has a role that has work, and is not away. */
    public boolean worksAt(Instant at) {
        return worksAt(status, effectiveRoles(), absence, at);
    }

    /** Whether the person has come in and has a role that has work, be it away or not. */
    public boolean isHere() {
        return status == StaffStatus.ACTIVE && isWorking();
    }

    /** @param roles those that count */
    static boolean worksAt(StaffStatus status, Set<String> roles, Absence absence, Instant at) {
        return status == StaffStatus.ACTIVE && isWorking(status, roles) && (absence == null || !absence.covers(at));
    }

    /** Whether the person can let others in: is here, and is an admin by the shop and by the login as last seen. */
    public boolean isActiveAdmin() {
        return status == StaffStatus.ACTIVE
                && loginRoles != null
                && effectiveRoles().contains(Role.ADMIN);
    }

    /** The roles that count: those that the login gives too; of who never came in, all that the shop gives. */
    public Set<String> effectiveRoles() {
        return effectiveRoles(roles, loginRoles);
    }

    /** @param loginRoles null while nobody knows */
    static Set<String> effectiveRoles(Set<String> roles, Set<String> loginRoles) {
        return loginRoles == null
                ? roles
                : roles.stream().filter(loginRoles::contains).collect(Collectors.toUnmodifiableSet());
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    /** Those that the shop gives; see {@link #effectiveRoles()}. */
    public Set<String> roles() {
        return roles;
    }

    public StaffStatus status() {
        return status;
    }

    /** AWAY while an absence runs. */
    public StaffStatus statusAt(Instant at) {
        return status == StaffStatus.ACTIVE && absence != null && absence.covers(at) ? StaffStatus.AWAY : status;
    }

    /** The one that runs or is to come. */
    public Optional<Absence> absence() {
        return Optional.ofNullable(absence);
    }

    /** Of the week; null for the shop's. */
    public List<WorkingHours> workingHours() {
        return workingHours;
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
