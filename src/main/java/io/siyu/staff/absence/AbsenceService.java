package io.siyu.staff.absence;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Absence;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.WorkingStaff;
import io.siyu.staff.member.StaffChangeService;
import io.siyu.staff.member.StaffChangeService.Outcome;
import io.siyu.staff.member.StaffResponse;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is away, and who stands in. That somebody is away is read off the clock; only what was given to a backup has to be
 * moved when the absence ends or changes.
 */
@ApplicationScoped
public class AbsenceService {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final StaffChangeService changes;
    private final StaffRepository staff;
    private final ShopRepository shops;
    private final WorkingStaff working;

    AbsenceService(StaffChangeService changes, StaffRepository staff, ShopRepository shops, WorkingStaff working) {
        this.changes = changes;
        this.staff = staff;
        this.shops = shops;
        this.working = working;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for times that are none or over, or a backup who does not work
     *     here; 409 for a backup who is away meanwhile, or somebody who does not work here
     */
    public StaffResponse put(long shopId, long id, AbsenceRequest request) {
        return changes.changeWith(shopId, id, (member, now) -> {
            Absence planned = new Absence(
                    instant(request.from()),
                    instant(request.until()),
                    Optional.ofNullable(request.backupStaffId()).map(Id::value).orElse(null));
            boolean wasAway = !member.worksAt(now);
            if (Objects.equals(member.absence().orElse(null), planned)) {
                return Outcome.PLAIN;
            }
            requireTimes(planned, now);
            requireBackup(member, planned, now);
            member.goAway(planned);
            return wasAway ? told(member) : Outcome.PLAIN;
        });
    }

    /** Back at once; it may never have begun. Without an absence nothing changes. */
    public StaffResponse end(long shopId, long id) {
        return changes.changeWith(shopId, id, (member, now) -> {
            boolean wasAway = member.absence().isPresent() && !member.worksAt(now);
            member.endAbsence();
            return wasAway ? told(member) : Outcome.PLAIN;
        });
    }

    /** @return whether it was still to be told that the person is back */
    boolean endIfOver(long shopId, long id, Instant now) {
        return Contention.inTransaction(() -> {
            shops.lockPeople(shopId);
            Optional<Staff> back = staff.findIn(shopId, id).filter(member -> member.absence().stream()
                    .anyMatch(absence -> !absence.awayUntil().isAfter(now)));
            back.ifPresent(member -> {
                member.endAbsence();
                staff.flush();
                working.tellPresence(shopId, id);
            });
            return back.isPresent();
        });
    }

    private Outcome told(Staff member) {
        return new Outcome(null, () -> working.tellPresence(member.shopId(), member.id()));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireTimes(Absence planned, Instant now) {
        if (!planned.awayFrom().isBefore(planned.awayUntil())) {
            throw ErrorCode.VALIDATION_FAILED.problem("until", "Order", "It must be after the beginning.");
        }
        if (!planned.awayUntil().isAfter(now)) {
            throw ErrorCode.VALIDATION_FAILED.problem("until", "Past", "It must lie ahead.");
        }
        if (Duration.between(planned.awayFrom(), planned.awayUntil()).compareTo(LONGEST) > 0) {
            throw ErrorCode.VALIDATION_FAILED.problem("until", "TooFar", "An absence is at most a year.");
        }
    }

    /** Nobody stands in who is away too, so that no circle can come of it. */
    private void requireBackup(Staff member, Absence planned, Instant now) {
        if (planned.backupStaffId() == null) {
            return;
        }
        Staff backup = staff.findIn(member.shopId(), planned.backupStaffId())
                .filter(other -> other.id() != member.id())
                .filter(other -> other.isHere())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "backupStaffId", "UnknownStaff", "Nobody else by this id works in this shop."));
        if (backup.absence().stream()
                .anyMatch(other -> other.overlaps(planned) && other.awayUntil().isAfter(now))) {
            throw ErrorCode.CONFLICT.problem(
                    "backupStaffId", "BackupAway", backup.displayName() + " is away in these days too.");
        }
    }
}
