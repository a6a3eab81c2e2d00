package io.siyu.campaign.daily;

import io.siyu.campaign.AudienceCheck;
import io.siyu.content.ContentLine;
import io.siyu.content.script.PinnedScripts;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A shop's daily plans (R12). */
@ApplicationScoped
public class DailyPlanService {
    private static final String THING = "daily-plan";
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final DailyPlanRepository plans;
    private final DailyOccurrenceRepository rows;
    private final DailyOccurrences occurrences;
    private final PinnedScripts scripts;
    private final AudienceCheck audiences;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    public DailyPlanService(
            DailyPlanRepository plans,
            DailyOccurrenceRepository rows,
            DailyOccurrences occurrences,
            PinnedScripts scripts,
            AudienceCheck audiences,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.occurrences = occurrences;
        this.scripts = scripts;
        this.audiences = audiences;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Its occurrences are made by the clock, at once. */
    @Transactional
    public DailyPlanResponse make(Member member, CreateDailyPlanRequest request) {
        Shop shop = member.shop();
        LocalDate today = shop.today(clock);
        DailyPlanTerms terms = request.terms(today);
        require(shop, terms, null);
        DailyPlan plan = new DailyPlan(shop.id(), terms, today, member.username(), clock.instant());
        plans.persistAndFlush(plan);
        DailyPlanResponse response = DailyPlanResponse.from(plan);
        audit.record(Act.on(shop.id(), THING, plan.id()).to(response));
        return response;
    }

    /**
     * Changes what nobody has touched and whose time is ahead. The clock may carry it on at the same time: that is no other
     * edition.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for a plan that has ended
     */
    public DailyPlanResponse update(Id id, String ifMatch, UpdateDailyPlanRequest request) {
        return Contention.inTransaction(() -> change(id, ifMatch, request));
    }

    private DailyPlanResponse change(Id id, String ifMatch, UpdateDailyPlanRequest request) {
        Found<DailyPlan> found = find(id);
        Shop shop = found.member().shop();
        DailyPlan plan = found.thing();
        ETags.requireMatch(ifMatch, plan.revision());
        DailyPlanTerms terms = request.over(plan.terms());
        require(shop, terms, plan.terms());
        DailyPlanResponse before = DailyPlanResponse.from(plan);
        // What is due already is of the plan as it was.
        while (plan.isDue(clock.instant())) {
            occurrences.extend(shop, plan);
        }
        PlanEdit edit = plan.change(
                terms, Objects.requireNonNullElse(request.status(), plan.status()), shop.today(clock), clock.instant());
        switch (edit) {
            case NOTHING, NAME -> {}
            case PLAN_ANEW -> occurrences.planAnew(shop, plan);
            case WITHDRAW -> occurrences.withdraw(shop, plan, whyWithdrawn(plan));
        }
        plans.flush();
        DailyPlanResponse after = DailyPlanResponse.from(plan);
        audit.record(Act.on(shop.id(), THING, plan.id()).from(before).to(after));
        return after;
    }

    private static OccurrenceReason whyWithdrawn(DailyPlan plan) {
        return plan.status() == DailyPlanStatus.PAUSED ? OccurrenceReason.PLAN_PAUSED : OccurrenceReason.PLAN_ENDED;
    }

    public DailyPlanResponse get(Id id) {
        return DailyPlanResponse.from(find(id).thing());
    }

    public Page<DailyPlanResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        return Page.of(plans.listAfter(shopId, after, page.rowsToRead()), page.limit(), plan -> Cursor.of(plan.id()))
                .map(DailyPlanResponse::from);
    }

    public Page<DailyOccurrenceResponse> listOccurrences(Id id, LocalDate from, LocalDate to, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        DailyPlan plan = find(id).thing();
        Optional<Cursor> after = page.cursor(2);
        List<DailyOccurrence> found = rows.listAfter(
                plan.shopId(),
                plan.id(),
                from == null ? FIRST_DAY : from,
                to == null ? LAST_DAY : to,
                after.map(c -> c.dayAt(0)).orElse(FIRST_DAY),
                after.map(c -> (int) c.longAt(1)).orElse(-1),
                page.rowsToRead());
        return Page.of(found, page.limit(), one -> Cursor.of(one.day(), one.minuteOfDay()))
                .map(DailyOccurrenceResponse::from);
    }

    private Found<DailyPlan> find(Id id) {
        return caller.find(shops -> plans.findInAny(shops, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such daily plan.")));
    }

    /** @param before null for a new plan */
    private void require(Shop shop, DailyPlanTerms terms, DailyPlanTerms before) {
        DailyRhythm rhythm = terms.rhythm();
        List<LocalTime> times = rhythm.hours().stream().map(DailyHour::at).toList();
        refuse(times.stream().distinct().count() < times.size(), "hours", "HourTwice", "Each time stands once.");
        List<ContentLine> lines = rhythm.lines().stream().map(LineQuota::line).toList();
        refuse(lines.stream().distinct().count() < lines.size(), "lines", "LineTwice", "Each line stands once.");
        LocalDate to = terms.toDay();
        refuse(to != null && to.isBefore(terms.fromDay()), "to", "DatesReversed", "The last day is before the first.");
        boolean isSameEnd = before != null && Objects.equals(before.toDay(), to);
        refuse(to != null && !isSameEnd && to.isBefore(shop.today(clock)), "to", "DayInPast", "The last day is over.");
        rhythm.scripts().forEach(script -> scripts.choose(shop.id(), "script", script.value(), null));
        audiences.require(shop.id(), rhythm.audience());
    }

    private static void refuse(boolean wrong, String field, String code, String message) {
        if (wrong) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, code, message);
        }
    }
}
