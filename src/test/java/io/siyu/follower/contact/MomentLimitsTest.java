package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimits;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** R11: at most 3 moments an account a day, 2 h apart, none in quiet hours. */
class MomentLimitsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 31);

    @Test
    void r11AMomentWithinTheLimitsBreaksNone() {
        assertThat(after("09:00", "11:00").brokenAt(at("13:00"))).isEmpty();
    }

    @Test
    void r11TheFourthOfADayIsOneTooMany() {
        ReachedLimit broken =
                after("09:00", "11:00", "13:00").brokenAt(at("15:00")).get(0);

        assertThat(broken.rule()).isEqualTo(ContactRule.MOMENTS_PER_DAY);
        assertThat(broken.allowed()).isEqualTo(3);
        assertThat(broken.counted()).isEqualTo(4);
    }

    @Test
    void r11TwoWithinTwoHoursAreTooCloseWhicheverIsToldFirst() {
        assertThat(after("09:00").brokenAt(at("10:59")))
                .extracting(ReachedLimit::rule, ReachedLimit::counted)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ContactRule.MOMENT_GAP, 119));
        assertThat(after("10:59").brokenAt(at("09:00")))
                .extracting(ReachedLimit::rule)
                .containsExactly(ContactRule.MOMENT_GAP);
    }

    @Test
    void r11QuietHoursBreakItAtTheirEdge() {
        assertThat(after().brokenAt(at("22:29"))).isEmpty();
        assertThat(after().brokenAt(at("22:30")))
                .extracting(ReachedLimit::rule)
                .containsExactly(ContactRule.QUIET_HOURS);
        assertThat(after().brokenAt(at("08:00"))).isEmpty();
    }

    private static MomentLimits after(String... times) {
        List<PastContact> others = Arrays.stream(times)
                .map(time -> new PastContact(time.hashCode(), at(time), DAY, 1))
                .toList();
        return new MomentLimits(ContactLimits.DEFAULTS, others, ZONE);
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
