package io.siyu.order.file.cell;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "139.12|139.12",
                "7|7.00",
                "7.5|7.50",
                "-0.01|-0.01",
                "102.4947|102.4947",
                "-12.3333|-12.3333",
                "0.30000000000000004|0.30000000000000004",
                "104.34元|104.34",
                "￥1,234.50|1234.50",
                "1,234,567.125|1234567.125",
                "499.00（系统计算中）|499.00"
            })
    void readsAmountsWithAllTheirDecimals(String text, String amount) {
        assertThat(Amounts.parse(text))
                .hasValueSatisfying(read -> assertThat(read).hasToString(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "5.", ".5", "1e5", "1,23.00", "12.3.4", "1.2x", "１２", "0x10", "--1", "1.-2"})
    void refusesWhatIsNone(String text) {
        assertThat(Amounts.parse(text)).isEmpty();
    }

    @Property
    void readsWhatJavaWrites(@ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(9) BigDecimal amount) {
        assertThat(Amounts.parse(amount.toPlainString()))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(amount));
    }
}
