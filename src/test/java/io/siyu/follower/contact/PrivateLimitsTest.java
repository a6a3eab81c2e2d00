package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimits;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** R11: at most one private message a follower a day, 3 in 7 days, 10 in 30 days. */
class PrivateLimitsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    @Test
    void r11NothingSpeaksAgainstTheFirst() {
        assertThat(after().reachedOn(DAY)).isEmpty();
        assertThat(after(DAY.minusDays(1), DAY.minusDays(2)).reachedOn(DAY)).isEmpty();
    }

    @Test
    void r11OneADayIsTheLimitUntilTheNextDay() {
        ReachedLimit reached = after(DAY).reachedOn(DAY).get(0);

        assertThat(reached.rule()).isEqualTo(ContactRule.PRIVATE_PER_DAY);
        assertThat(reached.allowed()).isEqualTo(1);
        assertThat(reached.counted()).isEqualTo(2);
        assertThat(reached.since()).isEqualTo(at(DAY));
        assertThat(reached.until()).isEqualTo(DAY.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    @Test
    void r11ThreeInSevenDaysIsTheLimitUntilTheFirstIsAWeekAgo() {
        PrivateLimits limits = after(DAY.minusDays(6), DAY.minusDays(4), DAY.minusDays(1));
        ReachedLimit reached = limits.reachedOn(DAY).get(0);

        assertThat(limits.reachedOn(DAY)).hasSize(1);
        assertThat(reached.rule()).isEqualTo(ContactRule.PRIVATE_PER_7_DAYS);
        assertThat(reached.latest().day()).isEqualTo(DAY.minusDays(1));
        assertThat(reached.until()).isEqualTo(DAY.plusDays(1).atStartOfDay(ZONE).toInstant());
        assertThat(limits.reachedOn(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void r11TenInThirtyDaysIsTheLimit() {
        LocalDate[] days = IntStream.of(29, 26, 23, 20, 17, 14, 11, 8, 5, 2)
                .mapToObj(DAY::minusDays)
                .toArray(LocalDate[]::new);

        assertThat(after(days).reachedOn(DAY))
                .extracting(ReachedLimit::rule)
                .containsExactly(ContactRule.PRIVATE_PER_30_DAYS);
        assertThat(after(days).reachedOn(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void r7AReportThatComesLaterThanOthersCountsWithWhatHappenedAfterIt() {
        PrivateLimits limits = after(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));

        assertThat(limits.reachedOn(DAY))
                .extracting(ReachedLimit::rule)
                .containsExactly(ContactRule.PRIVATE_PER_7_DAYS);
    }

    private static PrivateLimits after(LocalDate... days) {
        List<PastContact> contacts = IntStream.range(0, days.length)
                .mapToObj(i -> new PastContact(i + 1, at(days[i]), days[i], 1))
                .toList();
        return new PrivateLimits(ContactLimits.DEFAULTS, contacts, ZONE);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }
}
