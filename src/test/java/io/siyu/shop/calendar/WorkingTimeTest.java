package io.siyu.shop.calendar;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Mondays in the morning and in the afternoon, Tuesdays in the morning. */
    private final WorkingCalendar calendar = new WorkingCalendar(
            List.of(
                    new WorkingHours(DayOfWeek.MONDAY, "09:00", "12:00"),
                    new WorkingHours(DayOfWeek.MONDAY, "14:00", "18:00"),
                    new WorkingHours(DayOfWeek.TUESDAY, "09:00", "12:00")),
            List.of(LocalDate.parse("2026-12-08")));

    private final WorkingTime time = new WorkingTime(calendar, SHANGHAI);

    @Test
    void onlyWorkingHoursPass() {
        assertThat(time.between(at("2026-11-30T11:00:00+08:00"), at("2026-11-30T15:00:00+08:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(time.between(at("2026-11-30T18:00:00+08:00"), at("2026-12-01T09:00:00+08:00")))
                .isZero();
        assertThat(time.after(at("2026-11-30T11:00:00+08:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-30T15:00:00+08:00"));
        assertThat(time.after(at("2026-11-30T17:00:00+08:00"), Duration.ofHours(1)))
                .as("at the end of the day, not at the beginning of the next")
                .isEqualTo(at("2026-11-30T18:00:00+08:00"));
    }

    @Test
    void onAHolidayNothingPasses() {
        assertThat(time.between(at("2026-12-08T00:00:00+08:00"), at("2026-12-09T00:00:00+08:00")))
                .isZero();
        assertThat(time.after(at("2026-12-07T17:00:00+08:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-12-14T10:00:00+08:00"));
    }

    @Test
    void anHourThatTheClockLeavesOutIsNotWorked() {
        WorkingTime sundays = sundays("01:00", "04:00");
        assertThat(sundays.between(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(sundays("02:00", "03:00").between(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isZero();
    }

    @Test
    void anHourThatComesTwiceIsWorkedTwice() {
        assertThat(sundays("01:00", "04:00").between(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void byDefaultAShopWorksFromNineToSixOnEveryDay() {
        WorkingTime byDefault = new WorkingTime(WorkingCalendar.DEFAULT, SHANGHAI);
        Instant monday = at("2026-11-30T00:00:00+08:00");
        assertThat(byDefault.between(monday, monday.plus(Duration.ofDays(7)))).isEqualTo(Duration.ofHours(63));
        assertThat(byDefault.after(at("2026-12-05T20:00:00+08:00"), Duration.ofHours(9)))
                .isEqualTo(at("2026-12-06T18:00:00+08:00"));
    }

    private static WorkingTime sundays(String from, String to) {
        return new WorkingTime(
                new WorkingCalendar(List.of(new WorkingHours(DayOfWeek.SUNDAY, from, to)), List.of()), BERLIN);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
