package io.siyu.order;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Currency;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTermsTest {
    @ParameterizedTest
    @CsvSource({
        "CNY, 102.4947, 102.49",
        "CNY, 0.005, 0.01",
        "CNY, -12.3333, -12.33",
        "CNY, -0.005, -0.01",
        "CNY, 7, 7.00",
        "JPY, 102.4947, 102.00",
        "JPY, 102.5, 103.00",
        "JPY, 980.00, 980.00"
    })
    void roundsHalfUpToWhatTheCurrencyHas(String currency, BigDecimal amount, String rounded) {
        assertThat(in(currency).rounded(amount)).hasToString(rounded);
    }

    @ParameterizedTest
    @CsvSource({"USD, USD, true", "USD, usd, true", "USD, US, false", "USD, CNY, false"})
    void knowsItsCurrencyInAnyCase(String currency, String code, boolean isSame) {
        assertThat(in(currency).isIn(code)).isEqualTo(isSame);
    }

    private static IntakeTerms in(String currency) {
        return new IntakeTerms(Currency.getInstance(currency), ZoneOffset.UTC);
    }
}
