package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.ReadFile;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DouyinFormatTest {
    private final Map<String, String> cup = new LinkedHashMap<>();
    private final Map<String, String> plate;

    DouyinFormatTest() {
        cup.put("\uFEFF主订单编号", "\t6917000000000000001");
        cup.put("子订单编号", "\t6917000000000000002");
        cup.put("选购商品", "Cup");
        cup.put("商品数量", "2");
        cup.put("商家编码", "C1");
        cup.put("订单应付金额", "30.00");
        cup.put("收件人", "##ebdbcb5360801434b7014fcb108f6998##");
        cup.put("收件人手机号", "$$985d44ea91a8921262115890520c1f7e$$");
        cup.put("订单提交时间", "2024-12-01 10:00:00");
        cup.put("订单完成时间", "-");
        cup.put("订单状态", "已完成");
        cup.put("售后状态", "-");
        cup.put("取消原因", "-");
        plate = new LinkedHashMap<>(cup);
        plate.put("子订单编号", "\t6917000000000000003");
        plate.put("选购商品", "Plate");
        plate.put("商家编码", "P1");
    }

    private IncomingOrder both() {
        return ReadFile.of(List.of(cup, plate)).only();
    }

    @Test
    void takesTheAmountOnceAndNobodyForTheBuyer() {
        IncomingOrder order = both();

        assertThat(order.orderNo()).isEqualTo("6917000000000000001");
        assertThat(order.paid()).isEqualByComparingTo("30");
        assertThat(order.paidAt()).isNull();
        assertThat(order.buyer().isKnown()).isFalse();
        assertThat(order.buyer().name()).isNull();
        assertThat(order.lines()).extracting(IncomingLine::sku).containsExactly("C1", "P1");
    }

    @ParameterizedTest
    @CsvSource({
        "待支付,-,UNPAID",
        "待发货,-,PAID",
        "已发货,-,SHIPPED",
        "已完成,-,COMPLETED",
        "已完成,退款成功,REFUNDED",
        "已关闭,退款成功,REFUNDED",
        "已关闭,-,CLOSED",
        "已发货,退款中,SHIPPED",
        "已完成,部分退款成功,COMPLETED"
    })
    void knowsTheStates(String word, String afterSales, OrderStatus status) {
        cup.put("订单状态", word);
        cup.put("售后状态", afterSales);

        assertThat(ReadFile.of(List.of(cup)).only().status()).isEqualTo(status);
    }

    @Test
    void countsAnOrderOfWhichOnlyAPartWasRefunded() {
        cup.put("售后状态", "退款成功");
        cup.put("商品单价", "5.00");
        plate.put("商品单价", "20.00");

        IncomingOrder order = both();
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.net()).isEqualByComparingTo("20");
    }

    @Test
    void refundsAnOrderOfWhichAllPartsWere() {
        cup.put("售后状态", "退款成功");
        plate.put("售后状态", "退款成功");

        assertThat(both().net()).isZero();
        assertThat(both().status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void takesAClosedOrderThatWasPaidForRefunded() {
        cup.put("订单状态", "已关闭");
        cup.put("支付完成时间", "2024-12-02 10:00:00");

        IncomingOrder order = ReadFile.of(List.of(cup)).only();
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-02");
    }

    @Test
    void takesTheJoinedSubOrdersOfTheOtherLayoutApart() {
        cup.put("子订单编号", "\t6917000000000000002;6917000000000000003");
        cup.put("选购商品", "Cup;Plate");
        cup.put("商家编码", "C1;P1");
        cup.put("售后状态", "退款成功;-");

        IncomingOrder order = ReadFile.of(List.of(cup)).only();
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.lines()).extracting(IncomingLine::title).containsExactly("Cup", "Plate");
        assertThat(order.lines()).extracting(IncomingLine::sku).containsExactly("C1", "P1");
    }

    @Test
    void readsAListOfColumnsThatTheShopChose() {
        cup.keySet().retainAll(List.of("\uFEFF主订单编号", "订单应付金额", "订单状态"));
        cup.put("支付完成时间", "2024-12-02 10:00:00");

        assertThat(ReadFile.of(List.of(cup)).only().paid()).isEqualByComparingTo("30");
    }

    @ParameterizedTest
    @CsvSource({
        "1733011200_abcdef.csv,2024-12-01T00:00:00Z",
        "1733011200123_abcdef.csv,2024-12-01T00:00:00Z",
        "17330112001_abcdef.csv,",
        "0000000001_abcdef.csv,",
        "orders_1733011200.csv,",
        "订单.csv,"
    })
    void knowsTheTimeOfAnExportByItsName(String fileName, Instant time) {
        assertThat(new DouyinFormat().sourceAt(fileName).orElse(null)).isEqualTo(time);
    }

    @Test
    void refundsAPartInTheJoinedLayoutAsInTheOther() {
        cup.put("子订单编号", "6917000000000000002;6917000000000000003");
        cup.put("选购商品", "Cup;Plate");
        cup.put("商品单价", "5.00;20.00");
        cup.put("商品数量", "2;1");
        cup.put("售后状态", "退款成功;-");

        IncomingOrder order = ReadFile.of(List.of(cup)).only();
        assertThat(order.net()).isEqualByComparingTo("20");
        assertThat(order.lines()).extracting(IncomingLine::quantity).containsExactly(2, 1);
        assertThat(order.lines().get(1).unitPrice()).isEqualByComparingTo("20");
    }

    /** Prices are from before discounts: 60 of 80 of them went back, and so did 22.50 of the 30 that were paid. */
    @Test
    void refundsNoMoreThanThePartOfWhatWasPaid() {
        cup.put("售后状态", "退款成功");
        cup.put("商品单价", "30.00");
        plate.put("商品单价", "10.00");

        IncomingOrder order = both();
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.refund()).isEqualByComparingTo("22.50");
    }
}
