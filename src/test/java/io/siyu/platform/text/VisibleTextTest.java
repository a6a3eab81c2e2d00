package io.siyu.platform.text;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTest {
    private record Named(@Visible String name) {}

    @ParameterizedTest
    @ValueSource(
            ints = {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    void signsThatTurnATextAreNoName(int sign) {
        assertThat(VisibleText.isTurned("春茶" + Character.toString(sign) + "gpj.exe"))
                .isTrue();
    }

    @Test
    void aNameWithSuchASignIsRefusedAndToldWhy() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            assertThat(validator.validate(new Named("春茶"))).isEmpty();
            assertThat(validator.validate(new Named("\u200b")))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("must have a character that can be seen");
            assertThat(validator.validate(new Named("春茶\u202egpj.exe")))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("must not have characters that turn the direction of the text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"春茶", "Zoë", "שלום", "مرحبا", "👩‍👩‍👧", "a\u200bb", "नमस्ते"})
    void whatIsWrittenFromRightToLeftIs(String name) {
        assertThat(VisibleText.isTurned(name)).isFalse();
        assertThat(VisibleText.isIn(name)).isTrue();
    }
}
