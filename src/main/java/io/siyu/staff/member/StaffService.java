package io.siyu.staff.member;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.security.Role;
import io.siyu.shop.ShopRepository;
import io.siyu.shop.calendar.WeeklyHours;
import io.siyu.staff.MembershipRepository;
import io.siyu.staff.SeenLogin;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStatus;
import io.siyu.staff.Username;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works in a shop. Whoever changes that does so alone: otherwise two admins could put each other out. */
@ApplicationScoped
public class StaffService {
    private static final String THING = "staff";

    private final StaffRepository staff;
    private final MembershipRepository memberships;
    private final ShopRepository shops;
    private final ShopDoor door;
    private final StaffChangeService changes;
    private final AuditTrail audit;
    private final Clock clock;

    StaffService(
            StaffRepository staff,
            MembershipRepository memberships,
            ShopRepository shops,
            ShopDoor door,
            StaffChangeService changes,
            AuditTrail audit,
            Clock clock) {
        this.staff = staff;
        this.memberships = memberships;
        this.shops = shops;
        this.door = door;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites a name: the first login under it becomes the member. Who works elsewhere by the same name takes the
     * invitation like anybody else.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a name with signs that nobody can see, or of several
     *     scripts; 409 if it is taken in the shop, however it is written, or looks like one that is
     */
    @Transactional
    public Staff invite(long shopId, CreateStaffRequest request) {
        shops.lockPeople(shopId);
        Set<String> roles = rolesOf(request.roles());
        String username = Username.invited(request.username());
        staff.findByUsername(shopId, username).ifPresent(StaffService::refuse);
        requireUnlike(shopId, username);
        String displayName =
                request.displayName() == null ? username : request.displayName().strip();
        Staff member = new Staff(shopId, username, displayName, roles, clock.instant());
        staff.persistAndFlush(member);
        memberships.invite(member);
        audit.record(Act.on(shopId, THING, member.id()).to(StaffResponse.from(member, clock.instant())));
        return member;
    }

    private void requireUnlike(long shopId, String username) {
        for (Staff member : staff.listOf(shopId)) {
            if (Username.isLike(username, member.username())) {
                throw ErrorCode.CONFLICT.problem(
                        "username",
                        "LooksLikeMember",
                        language -> language == Language.CHINESE
                                ? "这个登录名看起来与店铺里的“" + member.username() + "”一样。"
                                : "This name looks like \"" + member.username() + "\", who is in the shop already.");
            }
        }
    }

    private static void refuse(Staff member) {
        throw switch (member.status()) {
            case INVITED ->
                ErrorCode.CONFLICT.problem("username", "AlreadyInvited", "This name is invited into the shop already.");
            case INACTIVE ->
                ErrorCode.CONFLICT.problem(
                        "username", "AlreadyMember", "This person is in the shop already, deactivated.");
            case ACTIVE, AWAY, LEFT ->
                ErrorCode.CONFLICT.problem("username", "AlreadyMember", "This person works in the shop already.");
        };
    }

    /** Who creates a shop is known already, and its first admin: the login is one, or could create none. */
    @Transactional
    void found(long shopId, Login founder) {
        Instant now = clock.instant();
        Set<String> roles = Set.of(Role.ADMIN);
        Staff member = new Staff(shopId, Username.ofLogin(founder), founder.username(), roles, now);
        member.join(founder, now);
        member.see(new SeenLogin(founder, roles, Instant.EPOCH));
        staff.persistAndFlush(member);
        memberships.add(founder, shopId, member.id());
    }

    /**
     * Changes a member, at once and on every replica.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for one who was removed, and for the last active admin if
     *     nobody would be left to let others in; 428 without the version, 412 with another one
     */
    public StaffResponse update(long shopId, long id, String ifMatch, UpdateStaffRequest request) {
        return changes.change(shopId, id, (member, now) -> {
            ETags.requireMatch(ifMatch, member.version());
            if (member.status() == StaffStatus.LEFT) {
                throw ErrorCode.STATE_CONFLICT.problem("This person works in the shop no more; invite anew.");
            }
            if (request.displayName() != null) {
                member.rename(request.displayName().strip());
            }
            if (request.roles() != null) {
                member.take(rolesOf(request.roles()));
            }
            if (request.workingHours() != null) {
                member.work(request.workingHours()
                        .filter(hours -> !hours.isEmpty())
                        .map(hours -> WeeklyHours.ordered(hours, "workingHours"))
                        .orElse(null));
            }
            if (Boolean.FALSE.equals(request.active()) && member.isPresent()) {
                door.shutOut(member);
                member.deactivate();
            } else if (Boolean.TRUE.equals(request.active()) && !member.isPresent()) {
                member.reactivate();
                door.letIn(member);
            }
        });
    }

    /**
     * Takes a person out of this one shop; what was done there stays with the name. Doing it again changes nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for the last active admin
     */
    public void remove(long shopId, long id) {
        changes.change(shopId, id, (member, now) -> {
            if (member.isPresent()) {
                door.shutOut(member);
            }
            if (member.status() != StaffStatus.LEFT) {
                member.remove(now);
            }
        });
    }

    private static Set<String> rolesOf(List<String> wanted) {
        Set<String> roles = wanted.stream()
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!Role.ALL.containsAll(roles)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "roles", "UnknownRole", "Any of admin, marketer, staff, integration.");
        }
        return roles;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if nobody goes by the name in the shop */
    @Transactional
    public Staff find(long shopId, String username) {
        return staff.findByUsername(shopId, Username.folded(username)).orElseThrow(StaffService::noSuchPerson);
    }

    /** The person among those of the given shops, those who left included. */
    public Staff find(Collection<Long> shopIds, long id) {
        return staff.findInAny(shopIds, id).orElseThrow(StaffService::noSuchPerson);
    }

    /** @param status null for all but those who left */
    public Page<StaffResponse> list(long shopId, StaffStatus status, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        Instant now = clock.instant();
        List<Staff> rows = staff.listAfter(shopId, status, now, after, page.rowsToRead());
        return Page.of(rows, page.limit(), s -> Cursor.of(s.id())).map(s -> StaffResponse.from(s, now));
    }

    StaffResponse answer(Staff member) {
        return StaffResponse.from(member, clock.instant());
    }

    static RuntimeException noSuchPerson() {
        return ErrorCode.NOT_FOUND.problem("There is no such person in the shop.");
    }
}
