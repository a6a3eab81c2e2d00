package io.siyu.platform.problem;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTest {
    @Test
    void retryAfterIsWholeSecondsAndNeverNone() {
        Problem refusal = Problem.of(ErrorCode.TOO_MANY_REQUESTS, "Wait.", List.of());

        assertThat(refusal.retryAfter(Optional.of(Duration.ZERO))).hasValue("1");
        assertThat(refusal.retryAfter(Optional.of(Duration.ofMillis(1)))).hasValue("1");
        assertThat(refusal.retryAfter(Optional.of(Duration.ofMillis(2001)))).hasValue("3");
        assertThat(refusal.retryAfter(Optional.empty())).isEmpty();
    }

    @Test
    void whatIsUnavailableAlwaysSaysWhenToTryAgain() {
        for (ErrorCode code :
                List.of(ErrorCode.UNAVAILABLE, ErrorCode.DATABASE_UNAVAILABLE, ErrorCode.LOGIN_UNAVAILABLE)) {
            Problem problem = Problem.of(code, "Try again.", List.of());

            assertThat(problem.retryAfter(Optional.empty())).hasValue("2");
            assertThat(problem.retryAfter(Optional.of(Duration.ofSeconds(5)))).hasValue("5");
            assertThat(problem.toResponse().getHeaders().get("Retry-After")).hasSize(1);
        }
    }
}
