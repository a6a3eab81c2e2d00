package io.siyu.platform.text;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class UtcTextTest {
    private static final int MINUTE = 60;

    private final UtcText text = new UtcText();

    @Property
    void saysWhatTheInstantSays(
            @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        for (Instant instant : List.of(
                Instant.ofEpochSecond(seconds - Math.floorMod(seconds, MINUTE)),
                Instant.ofEpochSecond(seconds),
                Instant.ofEpochSecond(seconds + 1),
                Instant.ofEpochSecond(seconds, nanos))) {
            StringBuilder said = new StringBuilder();
            text.append(instant, said);

            assertThat(said.append('Z')).hasToString(instant.toString());
        }
    }
}
