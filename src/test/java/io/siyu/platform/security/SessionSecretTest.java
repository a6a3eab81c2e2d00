package io.siyu.platform.security;

import io.siyu.platform.start.RefusedStart;
import org.junit.jupiter.api.Test;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionSecretTest {
    @Test
    void refusesOneThatIsTooShortWhereverItIsGiven() {
        for (boolean isNeeded : new boolean[] {true, false}) {
            assertThatExceptionOfType(RefusedStart.class)
                    .isThrownBy(() -> SessionSecret.check(Optional.of("a".repeat(31)), isNeeded))
                    .withMessageStartingWith("SIYU_SESSION_SECRET is too short")
                    .withMessageNotContaining("aaa");
            assertThatCode(() -> SessionSecret.check(Optional.of("a".repeat(32)), isNeeded))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void isMissedOnlyWherePeopleLogIn() {
        assertThatExceptionOfType(RefusedStart.class)
                .isThrownBy(() -> SessionSecret.check(Optional.empty(), true))
                .withMessageStartingWith("SIYU_SESSION_SECRET is not set");
        assertThatCode(() -> SessionSecret.check(Optional.empty(), false)).doesNotThrowAnyException();
    }
}
