package io.siyu.platform.text;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTest {
    private record Named(@Visible String name) {}

    private record Tagged(
            List<@Visible String> tags, @OneLine String place) {}

    @ParameterizedTest
    @ValueSource(
            ints = {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    void signsThatTurnATextAreNoName(int sign) {
        assertThat(VisibleText.isTurned("春茶" + Character.toString(sign) + "gpj.exe"))
                .isTrue();
    }

    @Test
    void aNameWithSuchASignIsRefusedAndToldWhy() {
        assertThat(refusals(new Named("春茶"))).isEmpty();
        assertThat(refusals(new Named("\u200b"))).containsExactly("must have a character that can be seen");
        assertThat(refusals(new Named("春茶\u202egpj.exe")))
                .containsExactly("must not have characters that turn the direction of the text");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029})
    void aNameIsOneLineWithoutSignsThatMachinesObey(int sign) {
        String name = "春茶" + Character.toString(sign) + "x";

        assertThat(refusals(new Named(name))).containsExactly(OneLine.MESSAGE);
        assertThat(refusals(new Tagged(List.of("老客", name), name))).containsExactly(OneLine.MESSAGE, OneLine.MESSAGE);
        assertThat(refusals(new Tagged(List.of("老 客"), ""))).isEmpty();
    }

    private static List<String> refusals(Object named) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator().validate(named).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"春茶", "Zoë", "שלום", "مرحبا", "👩‍👩‍👧", "a\u200bb", "नमस्ते"})
    void whatIsWrittenFromRightToLeftIs(String name) {
        assertThat(VisibleText.isTurned(name)).isFalse();
        assertThat(VisibleText.isIn(name)).isTrue();
    }
}
