package io.siyu.staff;

import io.siyu.shop.Shop;
import io.siyu.shop.calendar.WorkingCalendarService;
import io.siyu.shop.calendar.WorkingHours;
import io.siyu.shop.calendar.WorkingTime;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** By which hours work is due: those of whoever has it, else the shop's (R14). */
@ApplicationScoped
public class WorkingTimes {
    private final StaffRepository staff;
    private final WorkingCalendarService calendars;

    WorkingTimes(StaffRepository staff, WorkingCalendarService calendars) {
        this.staff = staff;
        this.calendars = calendars;
    }

    /** @param staffId null for work that nobody in particular has */
    public WorkingTime of(Shop shop, Long staffId) {
        List<WorkingHours> hours = staffId == null
                ? null
                : staff.findIn(shop.id(), staffId).map(Staff::workingHours).orElse(null);
        return calendars.timeOf(shop, hours);
    }
}
