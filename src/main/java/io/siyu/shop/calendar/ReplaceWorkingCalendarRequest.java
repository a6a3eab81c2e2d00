package io.siyu.shop.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.List;

/** The calendar as a whole, as GET answers it. */
public record ReplaceWorkingCalendarRequest(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid WorkingHours> hours,

        @NotNull @Size(max = 400) List<@NotNull LocalDate> holidays) {
    /** @throws io.siyu.platform.problem.ProblemException 400 for hours that end before they begin, or overlap */
    WorkingCalendar calendar() {
        return new WorkingCalendar(
                WeeklyHours.ordered(hours, "hours"),
                holidays.stream().distinct().sorted().toList());
    }
}
