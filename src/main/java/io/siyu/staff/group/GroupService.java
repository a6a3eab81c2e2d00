package io.siyu.staff.group;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Account;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The group chats of accounts. */
@ApplicationScoped
public class GroupService {
    private static final String THING = "group";

    private final AccountGroupRepository groups;
    private final StaffRepository staff;
    private final AuditTrail audit;
    private final Clock clock;

    GroupService(AccountGroupRepository groups, StaffRepository staff, AuditTrail audit, Clock clock) {
        this.groups = groups;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for an owner who does not work in the shop */
    @Transactional
    public GroupResponse open(Account account, CreateGroupRequest request) {
        AccountGroup group = new AccountGroup(
                account.shopId(),
                account.id(),
                request.name().strip(),
                request.ownerStaffId() == null ? null : (Long) worker(account.shopId(), request.ownerStaffId()),
                clock.instant());
        groups.persistAndFlush(group);
        GroupResponse response = GroupResponse.from(group);
        audit.record(Act.on(account.shopId(), THING, group.id()).to(response));
        return response;
    }

    public Page<GroupResponse> list(Account account, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        List<AccountGroup> rows = groups.listAfter(account.shopId(), account.id(), after, page.rowsToRead());
        return Page.of(rows, page.limit(), g -> Cursor.of(g.id())).map(GroupResponse::from);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a day to come or an owner who does not work here */
    @Transactional
    public GroupResponse update(Member by, long id, String ifMatch, UpdateGroupRequest request) {
        AccountGroup group = find(List.of(by.shopId()), id);
        ETags.requireMatch(ifMatch, group.version());
        GroupResponse before = GroupResponse.from(group);
        if (request.name() != null) {
            group.rename(request.name().strip());
        }
        if (request.ownerStaffId() != null) {
            group.handTo(worker(by.shopId(), request.ownerStaffId()));
        }
        if (request.members() != null) {
            group.count(request.members(), countedOn(by, request));
        }
        if (request.status() != null) {
            group.become(request.status());
        }
        groups.flush();
        GroupResponse after = GroupResponse.from(group);
        audit.record(Act.on(by.shopId(), THING, id).from(before).to(after));
        return after;
    }

    private LocalDate countedOn(Member by, UpdateGroupRequest request) {
        LocalDate today = by.shop().today(clock);
        LocalDate day = Objects.requireNonNullElse(request.countedOn(), today);
        if (day.isAfter(today)) {
            throw ErrorCode.VALIDATION_FAILED.problem("countedOn", "Future", "Nobody can have counted them yet.");
        }
        return day;
    }

    /** The group among those of the given shops. */
    public AccountGroup find(Collection<Long> shopIds, long id) {
        return groups.findInAny(shopIds, id).orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such group."));
    }

    private long worker(long shopId, Id staffId) {
        return staff.lockWorking(shopId, staffId.value())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "ownerStaffId", "UnknownStaff", "No such person works in this shop."));
    }
}
