package io.siyu.platform.paging;

import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {
    @Test
    void givesBackWhatWasPutIn() {
        Cursor cursor = decoded(LocalDate.of(2026, 11, 9), Instant.parse("2026-11-09T01:00:00Z"), 42L, "阿宁");
        assertThat(cursor.dayAt(0)).isEqualTo("2026-11-09");
        assertThat(cursor.instantAt(1)).isEqualTo("2026-11-09T01:00:00Z");
        assertThat(cursor.longAt(2)).isEqualTo(42);
        assertThat(cursor.textAt(3)).isEqualTo("阿宁");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " 1", "１", "+1", "1.0", "99999999999999999999", "x"})
    void takesNoOtherWholeNumber(String text) {
        assertThatThrownBy(() -> decoded(text).longAt(0)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "2026-02-30", "0999-12-31", "+10000-01-01", "-0001-01-01", "２026-01-01"})
    void takesNoDayThatTheDatabaseCannotHold(String text) {
        assertThatThrownBy(() -> decoded(text).dayAt(0)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "2026-11-09",
                "0999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void takesNoInstantThatTheDatabaseCannotHold(String text) {
        assertThatThrownBy(() -> decoded(text).instantAt(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void takesNoTextWithANul() {
        assertThatThrownBy(() -> decoded("a\0b")).isInstanceOf(ProblemException.class);
    }

    private static Cursor decoded(Object... values) {
        return Cursor.decode(Cursor.of(values).encode(), values.length).orElseThrow();
    }
}
