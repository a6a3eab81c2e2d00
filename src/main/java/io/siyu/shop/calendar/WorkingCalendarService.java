package io.siyu.shop.calendar;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** When shops work, and what that makes of time. */
@ApplicationScoped
public class WorkingCalendarService {
    private final WorkingCalendarRepository calendars;
    private final AuditTrail audit;
    private final Clock clock;

    WorkingCalendarService(WorkingCalendarRepository calendars, AuditTrail audit, Clock clock) {
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    public WorkingCalendarRevision current(long shopId) {
        return calendars.current(shopId);
    }

    /** The shop's working time by its calendar and zone as they are now. */
    public WorkingTime timeOf(Shop shop) {
        return new WorkingTime(calendars.current(shop.id()).calendar(), shop.zone());
    }

    /** The same for somebody who works other hours than the shop; its holidays are everybody's. @param hours null for the shop's */
    public WorkingTime timeOf(Shop shop, List<WorkingHours> hours) {
        WorkingCalendar ofShop = calendars.current(shop.id()).calendar();
        return new WorkingTime(hours == null ? ofShop : new WorkingCalendar(hours, ofShop.holidays()), shop.zone());
    }

    /**
     * Puts another calendar into effect; due times that were set by the one before stay.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for hours that are none, 428 without the version, 412 if somebody
     *     else changed it
     */
    @Transactional
    public WorkingCalendarRevision replace(
            long shopId, String ifMatch, ReplaceWorkingCalendarRequest request, String by) {
        WorkingCalendarRevision before = calendars.current(shopId);
        ETags.requireMatch(ifMatch, before.revision());
        WorkingCalendarRevision after = new WorkingCalendarRevision(before.revision() + 1, request.calendar());
        if (after.calendar().equals(before.calendar())) {
            audit.nothingChanged();
            return before;
        }
        if (!calendars.put(shopId, after, by, clock.instant())) {
            throw ErrorCode.STALE_VERSION.problem("Somebody else changed the calendar just now; read it again.");
        }
        audit.record(Act.on(shopId, "working-calendar").from(before.calendar()).to(after.calendar()));
        return after;
    }
}
