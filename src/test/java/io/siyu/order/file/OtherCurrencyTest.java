package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The shop of {@link ReadFile} is in CNY. Inputs invented after public reports. */
class OtherCurrencyTest {
    static Stream<SmallestRow> platforms() {
        return SmallestRow.ofAllFormats().stream();
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void refusesAnOrderInAnotherCurrencyAndTakesTheRest(SmallestRow smallest) {
        String column = smallest.format().equals("shopify")
                ? "Currency"
                : smallest.format().equals("generic") ? "currency" : "币种";
        ReadFile file = ReadFile.of(List.of(
                smallest.with(0, Map.of(column, "CNY")),
                smallest.with(1, Map.of(column, "USD")),
                smallest.with(2, Map.of(column, "")),
                smallest.with(3, Map.of(column, "人民币"))));

        assertThat(file.format.code()).isEqualTo(smallest.format());
        assertThat(file.orders).hasSize(3);
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason().code()).isEqualTo(ReasonCode.OTHER_CURRENCY);
            assertThat(reject.column()).isEqualTo(column);
            assertThat(reject.value()).isEqualTo("USD");
            assertThat(reject.row()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void withoutSuchAColumnAnOrderIsInTheShopsCurrency(SmallestRow smallest) {
        assertThat(ReadFile.of(List.of(smallest.with(0, Map.of()))).only().paid())
                .isEqualTo("10.00");
    }

    @ParameterizedTest
    @CsvSource({"币种, 美元", "币别, HKD", "货币, $", "货币类型, 日元", "订单币种, USD", "支付币种, EUR"})
    void knowsTheColumnsByManyNames(String column, String word) {
        SmallestRow smallest = SmallestRow.ofAllFormats().get(0);
        ReadFile file = ReadFile.of(List.of(smallest.with(0, Map.of(column, word))));
        assertThat(file.orders).isEmpty();
        assertThat(file.rejects).extracting(Reject::value).containsExactly(word);
    }

    /** Shopify names the currency on the first row of an order only. */
    @Test
    void refusesAnOrderOfManyRowsOnce() {
        SmallestRow shopify = SmallestRow.of("shopify");
        Map<String, String> second = new LinkedHashMap<>(shopify.with(0, Map.of("Currency", "")));
        second.put("Financial Status", "");
        second.put("Total", "");
        second.put("Created at", "");
        List<Map<String, String>> rows =
                new ArrayList<>(List.of(shopify.with(0, Map.of("Currency", "USD")), second, second));
        rows.add(shopify.with(1, Map.of("Currency", "CNY")));
        ReadFile file = ReadFile.of(rows);
        assertThat(file.orders).hasSize(1);
        assertThat(file.rejects).hasSize(1);
    }

    /** As it stands on every row there, one is enough. */
    @Test
    void refusesTheWholeOrderForOneOfItsRows() {
        SmallestRow jd = SmallestRow.of("jd");
        ReadFile file = ReadFile.of(List.of(
                jd.with(0, Map.of("币种", "CNY")), jd.with(0, Map.of("币种", "USD")), jd.with(1, Map.of("币种", ""))));
        assertThat(file.orders).hasSize(1);
        assertThat(file.rejects).hasSize(1);
    }

    @Test
    void showsNoNameThatSlippedIntoTheColumn() {
        SmallestRow taobao = SmallestRow.of("taobao");
        assertThat(ReadFile.of(List.of(taobao.with(0, Map.of("币种", "李小磊")))).rejects)
                .extracting(Reject::value)
                .containsExactly("***");
    }
}
