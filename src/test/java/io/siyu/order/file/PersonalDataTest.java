package io.siyu.order.file;

import io.siyu.order.file.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What slipped into a wrong column is shown to nobody. Invented after public reports. */
class PersonalDataTest {
    private static final List<String> COLUMNS =
            List.of("order_no", "paid_amount", "refund_amount", "ordered_at", "status");

    static Stream<SmallestRow> platforms() {
        return SmallestRow.ofAllFormats().stream();
    }

    private static List<Reject> rejects(String column, String value) {
        return ReadFile.of(List.of(SmallestRow.of("generic").with(0, Map.of(column, value)))).rejects;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1390000 0001",
                "139 00000001",
                "13900000 001",
                "139.0000.0001",
                "139,0000,0001",
                "01390000 0001",
                "139 - 0000 - 0001",
                "１３９ ００００ ０００１",
                "1.3900000001E10",
                "1.3900000001E+10",
                "(+86)13900000001",
                "0571 8888 0001"
            })
    void hidesPhonesHoweverTheyAreWritten(String phone) {
        for (String column : COLUMNS) {
            assertThat(rejects(column, phone))
                    .as(column)
                    .extracting(Reject::value)
                    .noneMatch(value -> value.replaceAll("\\D", "").contains("0000000")
                            || value.replaceAll("\\D", "").contains("8888000")
                            || value.contains("3900000001"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310101199001011234",
                "44098219900101123X",
                "310101 19900101 1234",
                "QQ:123456789",
                "微信13900000001",
                "Hauptstr. 5",
                "Flat 3",
                "Room 501, Building 3",
                "E12345678",
                "Berlin",
                "12.50（李磊）不是"
            })
    void hidesDocumentsAccountsAndAddresses(String value) {
        for (String column : COLUMNS.subList(1, COLUMNS.size())) {
            assertThat(rejects(column, value)).as(column).hasSize(1).allSatisfy(reject -> assertThat(reject.value())
                    .contains("*")
                    .doesNotContain("19900101", "1234", "90000", "Haupt", "Flat", "Room", "Building", "QQ", "Berlin")
                    .doesNotContain("李", "磊"));
        }
    }

    @Test
    void hidesTheRemarkBehindAnAmountThatIsNotTaken() {
        assertThat(rejects("paid_amount", "-5.00（李磊）"))
                .extracting(Reject::value)
                .containsExactly("-5.00（**）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-05", "1.2.3", "12 CNY", "99 Feb 2024", "2024-13-05T10:00:00Z", "NaN", "#REF!"})
    void showsWhatAmountsAndDatesAreWrittenWith(String value) {
        assertThat(rejects("ordered_at", value)).extracting(Reject::value).containsExactly(value);
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void showsNobodyInTheColumnOfStates(SmallestRow smallest) {
        String column =
                Map.of("shopify", "Financial Status", "generic", "status").getOrDefault(smallest.format(), "订单状态");
        for (String value : List.of(
                "李磊已付款",
                "已付款 李磊",
                "交易成功，李磊",
                "李四 等待发货",
                "代平敏",
                "元发",
                "香港九龙",
                "阳光花园",
                "Anna-Schmidt",
                "tb_17850",
                "Will Paid",
                "wc-13900000001")) {
            assertThat(ReadFile.of(List.of(smallest.with(0, Map.of(column, value)))).rejects)
                    .as(value)
                    .singleElement()
                    .extracting(Reject::value)
                    .asString()
                    .contains("*")
                    .doesNotContain("李", "磊", "四", "代", "敏", "元发", "九龙", "阳光", "Anna", "Will", "13900000001");
        }
    }
}
