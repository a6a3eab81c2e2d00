package io.siyu.order.file;

import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.incoming.IncomingOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Refunds that an export tells of with an amount under another name, or with none. Invented after public reports. */
class RefundWithoutAmountTest {
    private static IncomingOrder douyin(String paid, List<Map<String, String>> subOrders) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> sub : subOrders) {
            Map<String, String> row = SmallestRow.of("douyin").with(0, Map.of("订单应付金额", paid));
            row.put("子订单编号", "69179267688200007" + rows.size());
            row.put("商品数量", "1");
            row.putAll(sub);
            rows.add(row);
        }
        return ReadFile.of(rows).only();
    }

    private static void isDeducted(IncomingOrder order, String refund) {
        assertThat(order.refund()).isEqualByComparingTo(refund);
        assertThat(order.warning()).isNull();
    }

    private static void isToldOf(IncomingOrder order, String refund) {
        assertThat(order.refund()).isEqualByComparingTo(refund);
        assertThat(order.warning()).isEqualTo(ReasonCode.REFUND_WITHOUT_AMOUNT);
    }

    private static Map<String, String> cells(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @ParameterizedTest
    @CsvSource({"商品单价", "商品价格", "商品金额", "商品总价"})
    void knowsDouyinsPricesByManyNames(String price) {
        isDeducted(
                douyin("100.00", List.of(cells(price, "60.00", "售后状态", "-"), cells(price, "40.00", "售后状态", "退款成功"))),
                "40.00");
    }

    /** Prices are from before discounts, so amounts that come to less than was paid are of one article each. */
    @Test
    void tellsTheAmountOfAllFromThatOfEach() {
        isDeducted(
                douyin(
                        "100.00",
                        List.of(
                                cells("商品金额", "60.00", "商品数量", "1", "售后状态", "-"),
                                cells("商品金额", "20.00", "商品数量", "2", "售后状态", "退款成功"))),
                "40.00");
        isDeducted(
                douyin(
                        "100.00",
                        List.of(
                                cells("商品金额", "60.00", "商品数量", "2", "售后状态", "-"),
                                cells("商品金额", "40.00", "商品数量", "2", "售后状态", "退款成功"))),
                "40.00");
        isDeducted(
                douyin(
                        "110.00",
                        List.of(
                                cells("商品金额", "60.00", "商品数量", "1", "运费", "10.00", "售后状态", "-"),
                                cells("商品金额", "40.00", "商品数量", "2", "运费", "10.00", "售后状态", "退款成功"))),
                "40.00");
    }

    @Test
    void saysThatDouyinGivesNoAmount() {
        isToldOf(douyin("100.00", List.of(cells("售后状态", "-"), cells("售后状态", "退款成功"))), "0.00");
        isToldOf(douyin("100.00", List.of(cells("商品单价", "60.00", "售后状态", "部分退款成功"))), "0.00");
        isToldOf(
                douyin(
                        "100.00",
                        List.of(
                                cells("商品单价", "60.00", "售后状态", "-"),
                                cells("商品单价", "30.00", "售后状态", "退款成功"),
                                cells("商品单价", "", "售后状态", "退款成功"))),
                "30.00");
    }

    @Test
    void saysNothingOfWhatIsKnown() {
        isDeducted(douyin("100.00", List.of(cells("售后状态", "-"), cells("售后状态", "退款中"))), "0.00");
        isDeducted(douyin("100.00", List.of(cells("售后状态", "退款成功"), cells("售后状态", "退款成功"))), "100.00");
        isDeducted(
                douyin("0.00", List.of(cells("商品单价", "0", "售后状态", "-"), cells("商品单价", "0", "售后状态", "退款成功"))), "0.00");
    }

    @Test
    void saysThatPinduoduoGivesNoAmount() {
        SmallestRow pdd = SmallestRow.of("pdd");
        IncomingOrder all =
                ReadFile.of(List.of(pdd.with(0, Map.of("售后状态", "退款成功")))).only();
        assertThat(all.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(all.warning()).isEqualTo(ReasonCode.REFUND_TAKEN_FOR_ALL);
        isToldOf(ReadFile.of(List.of(pdd.with(0, Map.of("售后状态", "部分退款成功")))).only(), "0.00");
        isToldOf(ReadFile.of(List.of(pdd.with(0, Map.of("订单状态", "已收货，部分退款成功")))).only(), "0.00");
        isDeducted(
                ReadFile.of(List.of(pdd.with(0, Map.of("售后状态", "部分退款成功", "退款金额", "3"))))
                        .only(),
                "3.00");
        isDeducted(
                ReadFile.of(List.of(pdd.with(0, Map.of("售后状态", "退款成功", "退款金额", "3"))))
                        .only(),
                "3.00");
        isDeducted(
                ReadFile.of(List.of(pdd.with(0, cells("订单状态", "未发货，退款成功", "售后状态", "退款成功"))))
                        .only(),
                "10.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"已退款", "退货退款成功", "退款完成", "售后完成", "售后成功", "仅退款成功", "退款成功"})
    void knowsAFinishedRefundUnderAnyWord(String word) {
        IncomingOrder pdd = ReadFile.of(List.of(SmallestRow.of("pdd").with(0, Map.of("售后状态", word))))
                .only();
        assertThat(pdd.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(pdd.warning()).isEqualTo(ReasonCode.REFUND_TAKEN_FOR_ALL);
        assertThat(douyin("100.00", List.of(cells("售后状态", word))).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"退款成功(部分)", "退款成功（部分）", "部分退款", "已退", "退货入库", "退差价"})
    void saysOfPartsAndOfUnknownWordsThatNoAmountIsKnown(String word) {
        isToldOf(
                ReadFile.of(List.of(SmallestRow.of("pdd").with(0, Map.of("售后状态", word))))
                        .only(),
                "0.00");
        isToldOf(douyin("100.00", List.of(cells("售后状态", word))), "0.00");
        isToldOf(
                ReadFile.of(List.of(SmallestRow.of("jd").with(0, Map.of("售后状态", word))))
                        .only(),
                "0.00");
        isToldOf(
                ReadFile.of(List.of(SmallestRow.of("youzan").with(0, Map.of("订单退款状态", word))))
                        .only(),
                "0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"无退款", "退款取消", "退款关闭", "拒绝退款", "退款失败", "退款已撤销", "待退款", "退款中", "换货完成", "-"})
    void saysNothingWhereNothingWentBack(String word) {
        isDeducted(
                ReadFile.of(List.of(SmallestRow.of("pdd").with(0, Map.of("售后状态", word))))
                        .only(),
                "0.00");
        isDeducted(douyin("100.00", List.of(cells("售后状态", word))), "0.00");
    }

    @Test
    void saysThatTheOthersGiveNoAmount() {
        SmallestRow youzan = SmallestRow.of("youzan");
        isToldOf(
                ReadFile.of(List.of(youzan.with(0, Map.of("订单退款状态", "部分退款成功")))).only(), "0.00");
        isDeducted(
                ReadFile.of(List.of(youzan.with(0, cells("订单退款状态", "部分退款成功", "订单已退款金额", "4"))))
                        .only(),
                "4.00");
        SmallestRow generic = SmallestRow.of("generic");
        isToldOf(
                ReadFile.of(List.of(generic.with(0, Map.of("status", "PARTIAL"))))
                        .only(),
                "0.00");
        isToldOf(
                ReadFile.of(List.of(generic.with(0, cells("status", "partial", "refund_amount", "0.0"))))
                        .only(),
                "0.00");
        isDeducted(
                ReadFile.of(List.of(generic.with(0, cells("status", "PARTIAL", "refund_amount", "1"))))
                        .only(),
                "1.00");
        SmallestRow jd = SmallestRow.of("jd");
        isToldOf(
                ReadFile.of(List.of(jd.with(0, Map.of("售后状态", "退款成功")), jd.with(0, Map.of("售后状态", ""))))
                        .only(),
                "0.00");
    }
}
