package io.siyu.platform.edge;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTest {
    private long now;

    @Test
    void afterTheBurstEachClientIsAnsweredAtTheRate() {
        Buckets buckets = new Buckets(10, 3, new SetTime());
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isEmpty();
        }
        assertThat(buckets.take("a")).hasValue(Duration.ofMillis(100));
        assertThat(buckets.take("b")).as("another client").isEmpty();

        now += Duration.ofMillis(100).toNanos();

        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void retryAfterIsWholeSecondsAndNeverNone() {
        assertThat(Refusals.seconds(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(Refusals.seconds(Duration.ZERO)).isEqualTo("1");
        assertThat(Refusals.seconds(Duration.ofMillis(2001))).isEqualTo("3");
    }

    @Test
    void nobodyHasMorePlacesThanThereAreForEach() {
        Places places = new Places(2);
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isTrue();

        places.giveBack("a");

        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
    }

    @Test
    void noMoreBytesAreHeldThanThereIsMemoryFor() {
        Allowance memory = new Allowance(10);
        assertThat(memory.take(6)).isTrue();
        assertThat(memory.take(5)).isFalse();
        assertThat(memory.take(4)).isTrue();

        memory.giveBack(6);

        assertThat(memory.left()).isEqualTo(6);
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        assertThat(Client.networkOf("2001:db8:1:2::3")).isEqualTo(Client.networkOf("2001:db8:1:2:ffff::4"));
        assertThat(Client.networkOf("2001:db8:1:2::3")).isNotEqualTo(Client.networkOf("2001:db8:1:3::3"));
        assertThat(Client.networkOf("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Client.networkOf("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Client.networkOf("unknown")).isEqualTo("unknown");
    }

    private final class SetTime implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
