package io.siyu.platform.edge;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.siyu.platform.edge.body.Allowance;
import io.siyu.platform.edge.body.Turns;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    void routesThatAStrangerInventsGiveTheAddressNoMoreThanItHasInAll() {
        RateLimits limits = new RateLimits(new SetRates(), new SetTime());
        for (int i = 0; i < 3; i++) {
            assertThat(limits.ofStranger("a", "one")).isEmpty();
        }
        assertThat(limits.ofStranger("a", "one")).as("too often for one route").isPresent();
        assertThat(limits.ofStranger("a", "two")).isEmpty();
        assertThat(limits.ofStranger("a", "three")).as("too often in all").isPresent();
        assertThat(limits.ofStranger("b", "three")).as("another address").isEmpty();
        assertThat(limits.ofAddress("a")).as("others behind the address").isEmpty();
    }

    @Test
    void howAPathIsSpeltMakesNoOtherRouteOfIt() throws NoSuchMethodException {
        Method method = LimitsTest.class.getDeclaredMethod("howAPathIsSpeltMakesNoOtherRouteOfIt");
        String route = StrangerRoute.of(method, Map.of("shop", List.of("17"), "source", List.of("shopify")));

        assertThat(StrangerRoute.of(method, Map.of("shop", List.of("0017"), "source", List.of("invented"))))
                .isEqualTo(route);
        assertThat(StrangerRoute.of(method, Map.of("shop", List.of("18"), "source", List.of("shopify"))))
                .isNotEqualTo(route);
        assertThat(StrangerRoute.of(method, Map.of("shop", List.of("no id"), "source", List.of("shopify"))))
                .isEqualTo(StrangerRoute.of(method, Map.of()));
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
    void whoHasTakenAllPlacesIsToldToWaitInBothLanguages() {
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("a"))
                .build();
        PersonalPlaces places =
                new PersonalPlaces(1, identity, new PersonalPlaces.Full("满了", "Full", Duration.ofSeconds(5)));
        Runnable giveBack = places.take();

        ProblemException refusal = catchThrowableOfType(ProblemException.class, places::take);
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(5));
        assertThat(refusal.detail().in(Language.CHINESE)).isEqualTo("满了");
        assertThat(refusal.detail().in(Language.ENGLISH)).isEqualTo("Full");

        giveBack.run();
        assertThat(places.take()).isNotNull();
    }

    @Test
    void noMoreBytesAreHeldThanThereIsMemoryFor() {
        Allowance memory = new Allowance(80);
        for (int client = 0; client < 7; client++) {
            memory.take("client" + client, 10);
        }
        memory.take("a", 6);

        assertThat(refusalOf(() -> memory.take("b", 5))).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(memory.left()).as("nothing of it was taken").isEqualTo(4);

        memory.giveBack("a", 6);
        memory.take("b", 10);

        assertThat(memory.left()).isZero();
    }

    @Test
    void noClientHoldsMoreThanItsShareOfTheMemory() {
        Allowance memory = new Allowance(80);
        memory.take("a", 6);

        assertThat(refusalOf(() -> memory.take("a", 5))).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        memory.take("a", 4);
        memory.take("b", 10);
        assertThat(memory.left()).isEqualTo(60);

        memory.giveBack("a", 6);
        memory.giveBack("a", 4);
        memory.take("a", 10);

        assertThat(memory.left()).isEqualTo(60);
        assertThat(memory.share()).isEqualTo(10);
    }

    @Test
    void largeBodiesAreWorkedOnInTurn() {
        Turns turns = new Turns(10);
        Turns.Turn first = turns.join(6);
        Turns.Turn large = turns.join(50);
        Turns.Turn third = turns.join(4);
        Turns.Turn gone = turns.join(1);
        assertThat(first.begun().isComplete()).isTrue();
        assertThat(large.begun().isComplete())
                .as("not while others are worked on")
                .isFalse();
        assertThat(third.begun().isComplete()).as("not before who came first").isFalse();

        gone.end();
        first.end();
        first.end();

        assertThat(large.begun().isComplete()).isTrue();
        assertThat(third.begun().isComplete()).isFalse();

        large.end();

        assertThat(third.begun().isComplete()).isTrue();
        assertThat(turns.join(6).begun().isComplete()).isTrue();
        assertThat(turns.join(1).begun().isComplete()).isFalse();
    }

    /** Which of them it is, and that it says when to try again. */
    private static ErrorCode refusalOf(ThrowingCallable work) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, work);
        assertThat(refusal).isNotNull();
        assertThat(refusal.retryAfter()).isPresent();
        return refusal.code();
    }

    @Test
    void anIpv6NetworkIsOneClient() {
        assertThat(Client.networkOf("2001:db8:1:2::3")).isEqualTo(Client.networkOf("2001:db8:1:2:ffff::4"));
        assertThat(Client.networkOf("2001:db8:1:2::3")).isNotEqualTo(Client.networkOf("2001:db8:1:3::3"));
        assertThat(Client.networkOf("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Client.networkOf("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Client.networkOf("unknown")).isEqualTo("unknown");
    }

    /** So few that a test gets through them, and none that come back. */
    private static final class SetRates implements EdgeConfig.Rates {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int addressPerSecond() {
            return 1;
        }

        @Override
        public int addressBurst() {
            return 10;
        }

        @Override
        public int strangerInAllPerSecond() {
            return 1;
        }

        @Override
        public int strangerInAllBurst() {
            return 5;
        }

        @Override
        public int strangerPerSecond() {
            return 1;
        }

        @Override
        public int strangerBurst() {
            return 3;
        }

        @Override
        public int personPerSecond() {
            return 1;
        }

        @Override
        public int personBurst() {
            return 1;
        }
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
