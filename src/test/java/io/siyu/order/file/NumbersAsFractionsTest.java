package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** What scripts write that take phones, names and numbers for floating-point numbers. Invented after public reports. */
class NumbersAsFractionsTest {
    private static final List<String> NAMES = List.of("买家会员名", "下单帐号", "买家昵称", "buyer_id", "Email");

    /** A buyer who is known by nothing but a phone. */
    private static ReadFile by(String format, String column, String phone) {
        Map<String, String> row = SmallestRow.of(format).with(0, Map.of(column, phone));
        row.replaceAll((name, value) -> NAMES.contains(name) ? "" : value);
        return ReadFile.of(List.of(row));
    }

    @ParameterizedTest
    @CsvSource({"taobao, 联系手机", "jd, 联系电话", "youzan, 买家手机号", "youzan, 收货人手机号", "shopify, Phone", "generic, phone"})
    void readsPhonesOrRejectsThemOnEveryPlatform(String format, String column) {
        for (String phone : List.of(
                "13800138001.0",
                "13800138001.00",
                "8613800138001.0",
                "1.3800138001E+10",
                "1.3800138001e10",
                "13,800,138,001")) {
            assertThat(by(format, column, phone).only().buyer().phone()).isEqualTo("+8613800138001");
        }
        for (String lost : List.of("1.38E+10", "1.38001E+10", "1.380014e+10", "########")) {
            ReadFile file = by(format, column, lost);
            assertThat(file.orders).isEmpty();
            assertThat(file.rejects)
                    .extracting(reject -> reject.reason().code())
                    .containsExactly(ReasonCode.LOST_PHONE);
        }
    }

    @Test
    void aLostPhoneCostsNothingWhereSomethingElseSaysWhoBought() {
        assertThat(ReadFile.generic("A1,b1,2026-03-01,1,0,PAID,1.38E+10")
                        .only()
                        .buyer()
                        .phone())
                .isNull();
    }

    @Test
    void findsOneBuyerUnderBothSpellings() {
        ReadFile file = ReadFile.generic(
                "A1,12345.0,2026-03-01,1,0,PAID,",
                "A2,12345,2026-03-01,1,0,PAID,",
                "A3,a.0,2026-03-01,1,0,PAID,",
                "A4,1.50,2026-03-01,1,0,PAID,");
        assertThat(file.orders)
                .extracting(order -> order.buyer().platformId())
                .containsExactly("12345", "12345", "a.0", "1.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2088123456789012345.0", "2.08812345678901e+18", "2.08812345678901E+18"})
    void rejectsNamesOfBuyersThatHaveLostDigits(String buyer) {
        assertThat(ReadFile.generic("A1," + buyer + ",2026-03-01,1,0,PAID,").rejects)
                .extracting(reject -> reject.reason().code())
                .containsExactly(ReasonCode.ROUNDED_BUYER);
    }

    @Test
    void readsOrderNumbersOrRejectsThem() {
        assertThat(ReadFile.generic("1001.0,b,2026-03-01,1,0,PAID,").only().orderNo())
                .isEqualTo("1001");
        assertThat(ReadFile.generic("1001.1,b,2026-03-01,1,0,PAID,").only().orderNo())
                .isEqualTo("1001.1");
        for (String number : List.of("2022072512345912345.0", "2.022072512345912e+18")) {
            assertThat(ReadFile.generic(number + ",b,2026-03-01,1,0,PAID,").rejects)
                    .extracting(reject -> reject.reason().code())
                    .containsExactly(ReasonCode.ROUNDED_ORDER_NUMBER);
        }
    }

    @Test
    void readsQuantities() {
        Map<String, String> row = SmallestRow.of("shopify").with(0, Map.of("Lineitem quantity", "2.0"));
        assertThat(Objects.requireNonNull(
                        ReadFile.of(List.of(row)).only().lines().get(0).quantity()))
                .isEqualTo(2);
    }
}
