package io.siyu.shop.calendar;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The calendar as a whole, as GET answers it. */
public record ReplaceWorkingCalendarRequest(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid WorkingHours> hours,

        @NotNull @Size(max = 400) List<@NotNull LocalDate> holidays) {
    /** @throws io.siyu.platform.problem.ProblemException 400 for hours that end before they begin, or overlap */
    WorkingCalendar calendar() {
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).toMinute() <= hours.get(i).fromMinute()) {
                throw refused(i, "EndsBeforeItBegins", "结束时间必须晚于开始时间。", "Hours end after they begin.");
            }
            for (int other = 0; other < i; other++) {
                if (overlap(hours.get(i), hours.get(other))) {
                    throw refused(i, "Overlap", "同一天的工作时间不能重叠。", "Hours of one day do not overlap.");
                }
            }
        }
        return new WorkingCalendar(
                hours.stream()
                        .sorted(Comparator.comparing(WorkingHours::weekday).thenComparing(WorkingHours::from))
                        .toList(),
                holidays.stream().distinct().sorted().toList());
    }

    private static boolean overlap(WorkingHours one, WorkingHours other) {
        return one.weekday() == other.weekday()
                && one.fromMinute() < other.toMinute()
                && other.fromMinute() < one.toMinute();
    }

    private static RuntimeException refused(int index, String code, String chinese, String english) {
        return ErrorCode.VALIDATION_FAILED.problem(
                "hours[" + index + "]", code, language -> language == Language.CHINESE ? chinese : english);
    }
}
