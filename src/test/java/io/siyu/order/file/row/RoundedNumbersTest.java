package io.siyu.order.file.row;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.SmallestRow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers as a spreadsheet leaves them when it has opened an export and saved it again. Invented after public reports. */
class RoundedNumbersTest {
    private static final String TIME = "2026-03-01 10:00:00";

    /** A file of one format with one row a number; each of them another order of another buyer. */
    private static ReadFile file(String format, List<String> numbers) {
        SmallestRow smallest = SmallestRow.of(format);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Map<String, String> row = smallest.with(0, Map.of(smallest.numberColumn(), numbers.get(i)));
            at(row, "2026-03-%02d 10:00:00".formatted(1 + i % 28));
            rows.add(row);
        }
        return ReadFile.of(rows);
    }

    private static void at(Map<String, String> row, String time) {
        row.replaceAll((column, value) -> value.startsWith(TIME) ? time + value.substring(TIME.length()) : value);
    }

    private static void areAllRefused(ReadFile file, int count) {
        assertThat(file.orders).isEmpty();
        assertThat(file.rejects).hasSize(count);
        assertThat(file.rejects).allSatisfy(reject -> {
            assertThat(reject.reason().code()).isEqualTo(ReasonCode.ROUNDED_ORDER_NUMBER);
            assertThat(reject.reason().in(io.siyu.platform.language.Language.ENGLISH))
                    .contains("round");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "jd", "douyin", "youzan", "generic"})
    void refusesFilesOfRoundedNumbersOnEveryPlatform(String format) {
        areAllRefused(file(format, List.of("2022072512345920000", "2022072512346310000", "2022072512345920000")), 3);
        areAllRefused(file(format, List.of("2022072512345920000", "2022072512346310000")), 2);
        areAllRefused(file(format, List.of("2022072512345920000")), 1);
        areAllRefused(file(format, List.of("202207251234592000", "202207251234631000")), 2);
        areAllRefused(file(format, List.of("2022072512345920", "2022072512346310", "2022072512346450")), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "jd", "douyin", "youzan", "generic"})
    void takesAnHonestNumberThatEndsInZeros(String format) {
        ReadFile file = file(
                format,
                List.of("2022072512345920000", "2022072512346312345", "2022072512346312346", "2022072512346312347"));
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders).hasSize(4);
        assertThat(file(format, List.of("2022072512345920000", "2022072512346312345")).orders)
                .hasSize(2);
        assertThat(file(format, List.of("2022072512345920")).orders).hasSize(1);
        assertThat(file(format, List.of("202207251234500", "202207251234000")).orders)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "jd", "douyin", "youzan", "generic"})
    void refusesDifferentOrdersUnderOneNumberAmongHonestOnes(String format) {
        ReadFile file = file(
                format,
                List.of(
                        "2022072512345920000",
                        "2022072512346312345",
                        "2022072512346312346",
                        "2022072512345920000",
                        "2022072512346312347"));
        assertThat(file.orders).hasSize(3);
        assertThat(file.rejects).extracting(Reject::row).containsExactly(2L, 5L);
        assertThat(file.rejects)
                .extracting(reject -> reject.reason().code())
                .containsOnly(ReasonCode.ROUNDED_ORDER_NUMBER);
    }

    @Test
    void takesAnOlderAndANewerStateOfOneOrder() {
        SmallestRow taobao = SmallestRow.of("taobao");
        Map<String, String> number = Map.of("订单编号", "2022072512345920000");
        Map<String, String> older = taobao.with(0, number);
        older.put("订单状态", "等待买家付款");
        Map<String, String> newer = taobao.with(0, number);
        newer.put("订单创建时间", "2026/3/1 10:00");
        ReadFile file = ReadFile.of(List.of(older, taobao.with(1, Map.of()), taobao.with(2, Map.of()), newer));
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders).hasSize(3);
        assertThat(file.superseded).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jd", "douyin"})
    void takesTheManyRowsOfOneOrder(String format) {
        SmallestRow smallest = SmallestRow.of(format);
        Map<String, String> number = Map.of(smallest.numberColumn(), "2022072512345920000");
        ReadFile file = ReadFile.of(List.of(
                smallest.with(0, number),
                smallest.with(0, number),
                smallest.with(1, Map.of()),
                smallest.with(2, Map.of()),
                smallest.with(0, number)));
        assertThat(file.rejects).isEmpty();
        assertThat(file.orders).hasSize(3);
    }

    @Test
    void tellsBuyersApartOfOneMinute() {
        SmallestRow taobao = SmallestRow.of("taobao");
        Map<String, String> number = Map.of("订单编号", "2022072512345920000");
        Map<String, String> other = taobao.with(0, number);
        other.put("买家会员名", "乙");
        ReadFile file =
                ReadFile.of(List.of(taobao.with(0, number), taobao.with(1, Map.of()), taobao.with(2, Map.of()), other));
        assertThat(file.orders).hasSize(2);
        assertThat(file.rejects).hasSize(2);
    }

    /** JavaScript and scripts of all kinds keep seventeen digits. */
    @Test
    void refusesNumbersThatAScriptHasRounded() {
        areAllRefused(file("taobao", List.of("2022072512345923600", "2022072512346312400", "2022072512346312700")), 3);
        assertThat(file("taobao", List.of("2022072512345923600", "2022072512346312400")).orders)
                .hasSize(2);
    }

    @Test
    void pinduoduosNumbersAreNoneToASpreadsheet() {
        assertThat(file("pdd", List.of("260301-1000000000000000", "260301-2000000000000000")).orders)
                .hasSize(2);
    }

    @Test
    void refusesRoundedNamesOfBuyers() {
        for (String format : List.of("taobao", "jd", "generic")) {
            SmallestRow smallest = SmallestRow.of(format);
            String buyer = Map.of("taobao", "买家会员名", "jd", "下单帐号", "generic", "buyer_id")
                    .get(format);
            ReadFile rounded = ReadFile.of(List.of(
                    smallest.with(0, Map.of(buyer, "2088123456789010000")),
                    smallest.with(1, Map.of(buyer, "2088123456799010000"))));
            assertThat(rounded.orders).isEmpty();
            assertThat(rounded.rejects)
                    .extracting(reject -> reject.reason().code())
                    .containsExactly(ReasonCode.ROUNDED_BUYER, ReasonCode.ROUNDED_BUYER);
            ReadFile honest = ReadFile.of(List.of(
                    smallest.with(0, Map.of(buyer, "2088123456789010000")),
                    smallest.with(1, Map.of(buyer, "2088123456799010001"))));
            assertThat(honest.rejects).isEmpty();
        }
    }

    @Test
    void refusesSubOrdersThatStandUnderOneRoundedNumber() {
        Map<String, String> tea = sub("2.02207E+18", "茶");
        assertThat(ReadFile.of(List.of(tea, sub("2.02207E+18", "杯"))).rejects)
                .extracting(reject -> reject.reason().code())
                .containsExactly(ReasonCode.ROUNDED_ORDER_NUMBER);
        assertThat(ReadFile.of(List.of(sub("2022072512345920000", "茶"), sub("2022072512345920000", "杯"))).rejects)
                .hasSize(1);
        assertThat(ReadFile.of(List.of(sub("2022072512345920001", "茶"), sub("2022072512345920002", "杯")))
                        .only()
                        .lines())
                .hasSize(2);
        assertThat(ReadFile.of(List.of(tea)).only().lines()).hasSize(1);
    }

    private static Map<String, String> sub(String number, String title) {
        return SmallestRow.of("douyin").with(0, Map.of("子订单编号", number, "选购商品", title));
    }

    @Property(tries = 60)
    void allThatASpreadsheetHasSavedAreRefused(
            @ForAll @IntRange(min = 1, max = 40) int orders, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        List<String> rounded = numbers(orders, seed)
                .map(number -> number.substring(0, 15) + "0000")
                .distinct()
                .toList();
        areAllRefused(file("taobao", rounded), rounded.size());
    }

    @Property(tries = 60)
    void noneOfAnExportItselfIs(
            @ForAll @IntRange(min = 5, max = 40) int orders, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        assertThat(file("taobao", numbers(orders, seed).distinct().toList()).rejects)
                .isEmpty();
    }

    private static Stream<String> numbers(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "20220725" + "%011d".formatted(random.nextLong(100_000_000_000L)));
    }
}
