package io.siyu.shop.calendar;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws of working time (R14, R16), in zones whose clocks are put forward and back, also over midnight. */
class WorkingTimePropertyTest {
    /** Before, in and after years in which each of the zones had its changes. */
    private static final Instant EPOCH = Instant.parse("2008-01-01T00:00:00Z");

    private static final int MINUTES = 4 * 366 * 24 * 60;
    private static final int A_MONTH = 31 * 24 * 60;

    @Property(tries = 500)
    void r16WorkingTimeAddsUp(
            @ForAll("times") WorkingTime time,
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(max = A_MONTH) int first,
            @ForAll @IntRange(max = A_MONTH) int second) {
        Instant a = EPOCH.plus(Duration.ofMinutes(start));
        Instant b = a.plus(Duration.ofMinutes(first));
        Instant c = b.plus(Duration.ofMinutes(second));

        assertThat(time.between(a, b).plus(time.between(b, c))).isEqualTo(time.between(a, c));
        assertThat(time.between(a, c)).isBetween(Duration.ZERO, Duration.between(a, c));
        assertThat(time.between(c, a)).isZero();
    }

    @Property(tries = 500)
    void r14WhatIsDueAfterWorkHasThatMuchBetweenAndNoLess(
            @ForAll("times") WorkingTime time,
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(min = 1, max = 6000) int minutes) {
        Instant from = EPOCH.plus(Duration.ofMinutes(start));
        Duration work = Duration.ofMinutes(minutes);
        Instant due = time.after(from, work);

        assertThat(time.between(from, due)).isEqualTo(work);
        assertThat(time.between(from, due.minusSeconds(1))).isLessThan(work);
        assertThat(time.after(from, work.plus(work))).isEqualTo(time.after(due, work));
    }

    @Property(tries = 500)
    void r16AShopThatNeverClosesWorksAllTheTimeWhateverItsClockDoes(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = MINUTES) int start,
            @ForAll @IntRange(max = A_MONTH) int length) {
        WorkingTime time = new WorkingTime(allDay(), zone);
        Instant from = EPOCH.plus(Duration.ofMinutes(start));
        Instant to = from.plus(Duration.ofMinutes(length));

        assertThat(time.between(from, to)).isEqualTo(Duration.between(from, to));
        assertThat(time.after(from, Duration.between(from, to))).isEqualTo(to);
    }

    private static WorkingCalendar allDay() {
        return new WorkingCalendar(
                IntStream.rangeClosed(1, 7)
                        .mapToObj(DayOfWeek::of)
                        .map(weekday -> new WorkingHours(weekday, "00:00", "24:00"))
                        .toList(),
                List.of());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        // St John's changed at one past midnight, Sao Paulo at midnight, Lord Howe by half an hour, Apia left out a
        // day.
        return Arbitraries.of(
                        "Asia/Shanghai",
                        "Europe/Berlin",
                        "America/St_Johns",
                        "America/Sao_Paulo",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<WorkingTime> times() {
        Arbitrary<Set<LocalDate>> holidays = Arbitraries.integers()
                .between(0, 4 * 366)
                .map(day -> LocalDate.of(2008, 1, 1).plusDays(day))
                .set()
                .ofMaxSize(40);
        return Combinators.combine(hours().list().ofMinSize(1).ofMaxSize(12), holidays, zones())
                .as((hours, days, zone) -> new WorkingTime(
                        new WorkingCalendar(
                                withoutOverlaps(hours), days.stream().sorted().toList()),
                        zone));
    }

    private static Arbitrary<WorkingHours> hours() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
        return Combinators.combine(Arbitraries.of(DayOfWeek.class), quarters, quarters)
                .as((weekday, one, other) ->
                        new WorkingHours(weekday, text(Math.min(one, other)), text(Math.max(one, other) + 1)));
    }

    private static String text(int quarter) {
        return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
    }

    private static List<WorkingHours> withoutOverlaps(List<WorkingHours> all) {
        List<WorkingHours> kept = new ArrayList<>();
        for (WorkingHours hours : all) {
            if (kept.stream()
                    .noneMatch(other -> other.weekday() == hours.weekday()
                            && hours.fromMinute() < other.toMinute()
                            && other.fromMinute() < hours.toMinute())) {
                kept.add(hours);
            }
        }
        kept.sort(Comparator.comparing(WorkingHours::weekday).thenComparing(WorkingHours::from));
        return kept;
    }
}
