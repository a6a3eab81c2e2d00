package io.siyu.staff;

import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works in a shop. */
@ApplicationScoped
public class StaffService {
    private final StaffRepository staff;
    private final MembershipRepository memberships;
    private final Clock clock;

    public StaffService(StaffRepository staff, MembershipRepository memberships, Clock clock) {
        this.staff = staff;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if this person works in the shop already */
    @Transactional
    public Staff hire(long shopId, CreateStaffRequest request) {
        Set<String> roles = request.roles().stream()
                .map(role -> role.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!Role.ALL.containsAll(roles)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "roles", "UnknownRole", "Any of admin, marketer, staff, integration.");
        }
        String username = request.username().strip();
        if (staff.findByUsername(shopId, username).isPresent()) {
            throw ErrorCode.CONFLICT.problem("username", "AlreadyMember", "This person works in the shop already.");
        }
        String displayName =
                request.displayName() == null ? username : request.displayName().strip();
        Staff member = new Staff(shopId, username, displayName, roles, clock.instant());
        staff.persist(member);
        memberships.persist(new Membership(member));
        return member;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if this person does not work in the shop */
    @Transactional
    public Staff find(long shopId, String username) {
        return staff.findByUsername(shopId, username)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("This person does not work in the shop."));
    }

    public Page<StaffResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        List<Staff> rows = staff.listAfter(shopId, after, page.rowsToRead());
        return Page.of(rows, page.limit(), s -> Cursor.of(s.id())).map(StaffResponse::from);
    }
}
