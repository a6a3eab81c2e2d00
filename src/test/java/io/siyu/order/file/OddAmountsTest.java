package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Amounts below nothing, currencies and numbers with commas. Invented after public reports. */
class OddAmountsTest {
    static Stream<SmallestRow> platforms() {
        return SmallestRow.ofAllFormats().stream();
    }

    @ParameterizedTest
    @CsvSource({"douyin,运费", "jd,余额支付", "taobao,买家应付货款", "taobao,买家应付邮费", "taobao,打款商家金额"})
    void noAmountThatOnlyHelpsCostsTheOrder(String format, String column) {
        assertThat(ReadFile.of(List.of(SmallestRow.of(format).with(0, Map.of(column, "-0.01"))))
                        .only()
                        .paid())
                .isEqualTo("10.00");
    }

    @ParameterizedTest
    @CsvSource({"jd,应付金额", "douyin,订单应付金额", "taobao,退款金额", "pdd,退款金额", "youzan,订单已退款金额", "generic,refund_amount"})
    void whatWasPaidOrWentBackIsNotNegative(String format, String column) {
        assertThat(ReadFile.of(List.of(SmallestRow.of(format).with(0, Map.of(column, "-0.01")))).rejects)
                .extracting(reject -> reject.reason().code())
                .containsExactly(ReasonCode.NEGATIVE_AMOUNT);
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void knowsTheCurrencysColumnByAnyName(SmallestRow smallest) {
        for (String column : List.of("货币", "币种", "currency", "Currency")) {
            assertThat(ReadFile.of(List.of(smallest.with(0, Map.of(column, "USD")))).rejects)
                    .as(column)
                    .extracting(reject -> reject.reason().code())
                    .containsExactly(ReasonCode.OTHER_CURRENCY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,178,148,853,198,620,000",
                "2 178 148 853 198 620 000",
                "2,178,148,853,198,620,000.00",
                "2.178.148.853.198.620.000"
            })
    void takesNoLongNumberInGroupsForANumberOfAnOrder(String number) {
        for (String format : List.of("generic", "shopify", "taobao")) {
            SmallestRow smallest = SmallestRow.of(format);
            Map<String, String> row = smallest.with(0, Map.of());
            row.put(smallest.numberColumn(), number);
            assertThat(ReadFile.of(List.of(row)).rejects)
                    .extracting(reject -> reject.reason().code())
                    .containsExactly(ReasonCode.ROUNDED_ORDER_NUMBER);
        }
    }

    @Test
    void takesAShortNumberWithItsSigns() {
        SmallestRow smallest = SmallestRow.of("generic");
        Map<String, String> row = smallest.with(0, Map.of());
        row.put(smallest.numberColumn(), "2024.001.002");
        assertThat(ReadFile.of(List.of(row)).only().orderNo()).isEqualTo("2024.001.002");
    }
}
