package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.ReadFile;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PddFormatTest {
    private final Map<String, String> cells = new LinkedHashMap<>();

    PddFormatTest() {
        cells.put("商品", "Cup");
        cells.put("订单号", "241201-123456789012345");
        cells.put("订单状态", "已收货");
        cells.put("商品总价(元)", "60.00");
        cells.put("用户实付金额(元)", "55.50");
        cells.put("商家实收金额(元)", "55.50");
        cells.put("商品数量(件)", "2");
        cells.put("商品id", "85123");
        cells.put("样式ID", "\t");
        cells.put("商家编码-规格维度", "C1");
        cells.put("售后状态", "无售后或售后取消");
        cells.put("收货人", "\t");
        cells.put("手机", "\t");
        cells.put("订单成交时间", "2024-12-02 23:30:00");
    }

    private IncomingOrder read() {
        return ReadFile.of(List.of(cells)).only();
    }

    @Test
    void readsAnOrderOfNobody() {
        IncomingOrder order = read();

        assertThat(order.orderNo()).isEqualTo("241201-123456789012345");
        assertThat(order.paid()).isEqualByComparingTo("55.50");
        assertThat(order.day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-02");
        assertThat(order.buyer().isKnown()).isFalse();
        assertThat(order.lines()).containsExactly(new IncomingLine("Cup", "C1", 2, null));
    }

    @Test
    void takesTheDayFromTheNumberWhereTheTimeOfTheDealIsBlank() {
        cells.put("订单成交时间", "\t");

        assertThat(read().day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-01");
    }

    @Test
    void rejectsAnOrderWithoutATimeWhoseNumberIsNoDay() {
        cells.put("订单成交时间", "");
        cells.put("订单号", "249901-123456789012345");

        assertThat(ReadFile.of(List.of(cells)).rejects).hasSize(1);
    }

    @Test
    void takesTheTimeOfPaymentWhereALayoutHasIt() {
        cells.put("支付时间", "2024-12-03 08:00:00");

        assertThat(read().day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-03");
    }

    @Test
    void findsTheHeaderUnderATitle() {
        String text = "拼多多订单导出\n\n" + String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values()) + "\n";

        assertThat(ReadFile.of(text).only()).isEqualTo(read());
    }

    @ParameterizedTest
    @CsvSource({
        "待支付,无售后或售后取消,UNPAID",
        "待发货,无售后或售后取消,PAID",
        "已发货，待签收,无售后或售后取消,SHIPPED",
        "已签收,无售后或售后取消,SHIPPED",
        "已收货,无售后或售后取消,COMPLETED",
        "未发货，退款成功,退款成功,REFUNDED",
        "已发货，退款成功,退款成功,REFUNDED",
        "已收货,退款成功,REFUNDED",
        "已取消,无售后或售后取消,CANCELLED",
        "已取消,退款成功,CANCELLED"
    })
    void knowsTheStates(String word, String afterSales, OrderStatus status) {
        cells.put("订单状态", word);
        cells.put("售后状态", afterSales);

        assertThat(read().status()).isEqualTo(status);
    }

    @Test
    void readsNamesWithWideBracketsOrNone() {
        cells.put("用户实付金额（元）", cells.remove("用户实付金额(元)"));

        assertThat(read().paid()).isEqualByComparingTo("55.50");
    }
}
