package io.siyu.tier.run;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class ShopDayTest {
    private static final long EPOCH_2020 = 1_577_836_800;
    private static final long EPOCH_2030 = 1_893_456_000;

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    }

    @Property(tries = 2000)
    void everyInstantLiesInItsOwnDayWhichEndsWhereTheNextBegins(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = EPOCH_2020, max = EPOCH_2030) long second) {
        Instant now = Instant.ofEpochSecond(second);
        LocalDate today = LocalDate.ofInstant(now, zone);
        ShopDay day = ShopDay.of(today, zone);

        assertThat(now).isAfterOrEqualTo(day.from()).isBefore(day.until());
        assertThat(ShopDay.of(today.plusDays(1), zone).from()).isEqualTo(day.until());
        assertThat(LocalDate.ofInstant(day.until(), zone)).isAfter(today);
        assertThat(LocalDate.ofInstant(day.until().minusNanos(1), zone)).isEqualTo(today);
    }

    @Test
    void daysOnWhichClocksChangeAreShorterOrLonger() {
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(hours(ShopDay.of(LocalDate.of(2026, 3, 8), newYork))).isEqualTo(23);
        assertThat(hours(ShopDay.of(LocalDate.of(2026, 11, 1), newYork))).isEqualTo(25);
        // In Havana there is no midnight on this day: it begins at one.
        ShopDay havana = ShopDay.of(LocalDate.of(2026, 3, 8), ZoneId.of("America/Havana"));
        assertThat(hours(havana)).isEqualTo(23);
        assertThat(havana.from()).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
        assertThat(hours(ShopDay.of(LocalDate.of(2026, 7, 1), ZoneId.of("Asia/Shanghai"))))
                .isEqualTo(24);
    }

    private static long hours(ShopDay day) {
        return Duration.between(day.from(), day.until()).toHours();
    }
}
