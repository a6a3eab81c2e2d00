package io.siyu.staff.member;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.StaffStoppedWorking.Takeover;
import io.siyu.staff.WorkingStaff;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Changes one member of a shop while nobody else changes any, and tells what hangs on it, in one transaction. */
@ApplicationScoped
public class StaffChangeService {
    private static final String THING = "staff";

    private final StaffRepository staff;
    private final ShopRepository shops;
    private final WorkingStaff working;
    private final AuditTrail audit;
    private final Clock clock;

    StaffChangeService(
            StaffRepository staff, ShopRepository shops, WorkingStaff working, AuditTrail audit, Clock clock) {
        this.staff = staff;
        this.shops = shops;
        this.working = working;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a change brings with it. */
    public record Outcome(Takeover takeover, Runnable afterwards) {
        public static final Outcome PLAIN = new Outcome(null, () -> {});
    }

    @FunctionalInterface
    public interface Verb {
        Outcome apply(Staff member, Instant now);
    }

    /** A change that brings nothing else with it. */
    StaffResponse change(long shopId, long id, BiConsumer<Staff, Instant> verb) {
        return changeWith(shopId, id, (member, now) -> {
            verb.accept(member, now);
            return Outcome.PLAIN;
        });
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for the last active admin, who has to stay one */
    public StaffResponse changeWith(long shopId, long id, Verb verb) {
        return Contention.inTransaction(() -> {
            shops.lockPeople(shopId);
            Instant now = clock.instant();
            Staff member = staff.findIn(shopId, id).orElseThrow(StaffService::noSuchPerson);
            StaffResponse before = StaffResponse.from(member, now);
            boolean wasAdmin = member.isActiveAdmin();
            boolean wasWorking = member.isWorking();
            Outcome outcome = verb.apply(member, now);
            if (wasAdmin && !member.isActiveAdmin()) {
                requireOtherAdmin(member);
            }
            staff.flush();
            working.tellOf(member, wasWorking, outcome.takeover());
            outcome.afterwards().run();
            StaffResponse after = StaffResponse.from(member, now);
            audit.record(Act.on(shopId, THING, id).from(before).to(after));
            return after;
        });
    }

    private void requireOtherAdmin(Staff member) {
        boolean isOther = staff.listPresent(member.shopId()).stream()
                .anyMatch(other -> other.id() != member.id() && other.isActiveAdmin());
        if (!isOther) {
            throw ErrorCode.CONFLICT.problem(
                    "id", "LastAdmin", "The last active admin of a shop stays: nobody else could let anybody in.");
        }
    }
}
