package io.siyu.shop.calendar;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;

import java.util.Comparator;
import java.util.List;

/** Working hours of a week as somebody has sent them. */
public final class WeeklyHours {
    private WeeklyHours() {}

    /**
     * The same by weekday, then by their beginning.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for hours that end before they begin, or overlap
     */
    public static List<WorkingHours> ordered(List<WorkingHours> hours, String field) {
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).toMinute() <= hours.get(i).fromMinute()) {
                throw refused(field, i, "EndsBeforeItBegins", "结束时间必须晚于开始时间。", "Hours end after they begin.");
            }
            for (int other = 0; other < i; other++) {
                if (overlap(hours.get(i), hours.get(other))) {
                    throw refused(field, i, "Overlap", "同一天的工作时间不能重叠。", "Hours of one day do not overlap.");
                }
            }
        }
        return hours.stream()
                .sorted(Comparator.comparing(WorkingHours::weekday).thenComparing(WorkingHours::from))
                .toList();
    }

    private static boolean overlap(WorkingHours one, WorkingHours other) {
        return one.weekday() == other.weekday()
                && one.fromMinute() < other.toMinute()
                && other.fromMinute() < one.toMinute();
    }

    private static RuntimeException refused(String field, int index, String code, String chinese, String english) {
        return ErrorCode.VALIDATION_FAILED.problem(
                field + "[" + index + "]", code, language -> language == Language.CHINESE ? chinese : english);
    }
}
