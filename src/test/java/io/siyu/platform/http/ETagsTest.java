package io.siyu.platform.http;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ETagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "\"2\", \"3\"", "*"})
    void theVersionAsItIsOrAnyMatches(String ifMatch) {
        assertThatNoException().isThrownBy(() -> ETags.requireMatch(ifMatch, 3));
    }

    /** A proxy that packs answers weakens their tags. */
    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "3", "\"*\"", "nonsense", ","})
    void anotherVersionAndAWeakOneAreStale(String ifMatch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ETags.requireMatch(ifMatch, 3))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STALE_VERSION));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void whoSaysNoVersionHasToReadItFirst(String ifMatch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ETags.requireMatch(ifMatch, 3))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.VERSION_REQUIRED));
    }

    @Test
    void aVersionIsAStrongTag() {
        assertThat(ETags.ok("thing", 3).getStringHeaders().getFirst("ETag")).isEqualTo("\"3\"");
    }
}
