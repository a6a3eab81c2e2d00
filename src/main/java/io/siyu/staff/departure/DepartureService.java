package io.siyu.staff.departure;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.DepartureUndone;
import io.siyu.staff.MembershipRepository;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStatus;
import io.siyu.staff.member.ShopDoor;
import io.siyu.staff.member.StaffChangeService;
import io.siyu.staff.member.StaffChangeService.Outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody leaves the shop in good order: accounts and all undone work move in one transaction, undoable for a day. */
@ApplicationScoped
public class DepartureService {
    private final StaffChangeService changes;
    private final DepartureRepository departures;
    private final StaffRepository staff;
    private final MembershipRepository memberships;
    private final AccountRepository accounts;
    private final ShopDoor door;
    private final Event<DepartureUndone> undone;

    DepartureService(
            StaffChangeService changes,
            DepartureRepository departures,
            StaffRepository staff,
            MembershipRepository memberships,
            AccountRepository accounts,
            ShopDoor door,
            Event<DepartureUndone> undone) {
        this.changes = changes;
        this.departures = departures;
        this.staff = staff;
        this.memberships = memberships;
        this.accounts = accounts;
        this.door = door;
        this.undone = undone;
    }

    /**
     * The same again answers the same.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for somebody who cannot take over, 409 for one who has left
     *     already or is the last active admin
     */
    public DepartureResponse put(long shopId, long id, DepartureRequest request) {
        changes.changeWith(shopId, id, (member, now) -> {
            Optional<Departure> before = departures.find(shopId, id);
            if (before.isPresent() && isSame(before.get(), request)) {
                return Outcome.PLAIN;
            }
            if (member.status() == StaffStatus.LEFT) {
                throw ErrorCode.STATE_CONFLICT.problem("This person has left already.");
            }
            return leave(member, request, now);
        });
        return DepartureResponse.from(departures.find(shopId, id).orElseThrow());
    }

    private static boolean isSame(Departure departure, DepartureRequest request) {
        return DepartureResponse.from(departure).takeoverStaffId().equals(request.takeoverStaffId());
    }

    private Outcome leave(Staff member, DepartureRequest request, Instant now) {
        long takeover = staff.findIn(member.shopId(), request.takeoverStaffId().value())
                .filter(other -> other.id() != member.id() && other.worksAt(now))
                .map(Staff::id)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "takeoverStaffId", "UnknownStaff", "Nobody else by this id works in this shop now."));
        List<Account> owned = accounts.listOwnedBy(member.shopId(), member.id());
        owned.forEach(account -> account.handTo(takeover));
        if (member.isPresent()) {
            door.shutOut(member);
        }
        member.remove(now);
        Departure departure = new Departure(
                member.shopId(),
                member.id(),
                takeover,
                owned.stream().map(Account::id).toList(),
                value(request.farewellScriptId()),
                value(request.helloScriptId()),
                now);
        departures.add(departure);
        return new Outcome(departure.takeover(), () -> {});
    }

    /**
     * As if the person had not left: accounts and work that are still with whoever took them over go back.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 for somebody who has not left in this way, 409 after a day or
     *     when somebody else goes by the name now
     */
    public void undo(long shopId, long id) {
        changes.changeWith(shopId, id, (member, now) -> {
            Departure departure = departures
                    .find(shopId, id)
                    .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no departure of this person."));
            if (!now.isBefore(departure.undoableUntil())) {
                throw ErrorCode.STATE_CONFLICT.problem(
                        "staffId", "TooLate", "It can be undone for a day; invite the person anew.");
            }
            requireNotBackAlready(member);
            List<Account> again = accounts.listIn(shopId, departure.accountIds()).stream()
                    .filter(account -> account.ownerStaffId() == departure.takeoverStaffId())
                    .toList();
            again.forEach(account -> account.handTo(id));
            member.comeBack();
            door.letIn(member);
            departures.remove(departure);
            DepartureUndone event = new DepartureUndone(
                    shopId,
                    id,
                    departure.takeoverStaffId(),
                    again.stream().map(Account::id).toList());
            return new Outcome(null, () -> undone.fire(event));
        });
    }

    private void requireNotBackAlready(Staff member) {
        if (staff.findByUsername(member.shopId(), member.username()).isPresent() || memberships.isMember(member)) {
            throw ErrorCode.CONFLICT.problem(
                    "staffId", "AlreadyMember", "This person works in the shop again, by another invitation.");
        }
    }

    private static Long value(Id id) {
        return id == null ? null : (Long) id.value();
    }
}
