package io.siyu.platform.time;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class UtcTextTest {
    @Property
    void saysWhatTheInstantSays(
            @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant minute = Instant.ofEpochSecond(seconds - Math.floorMod(seconds, 60));

        assertThat(UtcText.of(minute)).isEqualTo(minute.toString());
        assertThat(UtcText.of(Instant.ofEpochSecond(seconds)))
                .isEqualTo(Instant.ofEpochSecond(seconds).toString());
        assertThat(UtcText.of(Instant.ofEpochSecond(seconds, nanos)))
                .isEqualTo(Instant.ofEpochSecond(seconds, nanos).toString());
    }

    @Test
    void saysNullOfNone() {
        assertThat(UtcText.of(null)).isEqualTo("null");
    }
}
