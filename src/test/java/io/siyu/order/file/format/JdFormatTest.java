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

class JdFormatTest {
    private final Map<String, String> cup = new LinkedHashMap<>();
    private final Map<String, String> plate;

    JdFormatTest() {
        cup.put("订单号", "241201000123\r\n\t");
        cup.put("商品ID", "10001");
        cup.put("商品名称", "Cup");
        cup.put("订购数量", "2");
        cup.put("下单时间", "2024-12-01 10:00:00");
        cup.put("京东价", "200.00");
        cup.put("订单金额", "520.00");
        cup.put("结算金额", "499.00（系统计算中，该值仅供参考）");
        cup.put("余额支付", "");
        cup.put("应付金额", "499.00");
        cup.put("订单状态", "完成");
        cup.put("下单帐号", "jd_buyer");
        cup.put("客户姓名", "李**");
        cup.put("联系电话", "1******6198");
        cup.put("付款确认时间", "2024-12-02 00:10:00");
        cup.put("货号", "C1");
        plate = new LinkedHashMap<>(cup);
        plate.put("商品名称", "Plate");
        plate.put("货号", "P1");
    }

    private void putBoth(String column, String value) {
        cup.put(column, value);
        plate.put(column, value);
    }

    @Test
    void makesOneOrderOfItsArticlesAndAddsNothingUp() {
        IncomingOrder order = ReadFile.of(List.of(cup, plate)).only();

        assertThat(order.orderNo()).isEqualTo("241201000123");
        assertThat(order.paid()).isEqualByComparingTo("499");
        assertThat(order.net()).isEqualByComparingTo("499");
        assertThat(order.day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-02");
        assertThat(order.lines()).extracting(IncomingLine::sku).containsExactly("C1", "P1");
    }

    @Test
    void knowsTheBuyerByTheAccountAndNotByAMaskedPhone() {
        IncomingOrder order = ReadFile.of(List.of(cup)).only();

        assertThat(order.buyer().platformId()).isEqualTo("jd_buyer");
        assertThat(order.buyer().phone()).isNull();
    }

    @Test
    void takesNoVirtualNumberForTheBuyers() {
        cup.put("联系电话", "13800138000");
        cup.put("虚拟号过期时间", "2025-01-01 00:00:00");

        assertThat(ReadFile.of(List.of(cup)).only().buyer().phone()).isNull();
    }

    @Test
    void addsWhatWasTakenFromABalance() {
        putBoth("余额支付", "99.00");
        putBoth("应付金额", "400.00");

        assertThat(ReadFile.of(List.of(cup, plate)).only().paid()).isEqualByComparingTo("499");
    }

    @Test
    void readsTheAmountThatTheNewerLayoutCallsOtherwise() {
        for (String column : List.of("应付金额", "结算金额", "订单金额", "余额支付")) {
            cup.remove(column);
        }
        cup.put("商家应收", "499.00（系统计算中，该值仅供参考）");
        cup.put("订单出库时间", "2024-12-03 10:00:00");
        cup.put("商家SKUID", "C1");

        assertThat(ReadFile.of(List.of(cup)).only().paid()).isEqualByComparingTo("499");
    }

    @ParameterizedTest
    @CsvSource({
        "等待付款,UNPAID",
        "等待出库,PAID",
        "等待确认收货,SHIPPED",
        "完成,COMPLETED",
        "锁定,PAID",
        "(锁定)等待出库,PAID",
        "（锁定）等待出库,PAID",
        "暂停,PAID",
        "已取消,CLOSED",
        "(删除)等待出库,REFUNDED",
        "(删除)等待确认收货,REFUNDED",
        "(删除)未付款,CLOSED",
        "(删除)等待付款,CLOSED",
        "(删除)已出库,REFUNDED",
        "(锁定)(删除)等待出库,REFUNDED",
        "(删除)(锁定)等待付款,CLOSED",
        "(锁定)已取消,CLOSED",
        "(暂停)完成,COMPLETED"
    })
    void knowsTheStates(String word, OrderStatus status) {
        cup.put("订单状态", word);

        assertThat(ReadFile.of(List.of(cup)).only().status()).isEqualTo(status);
    }

    @Test
    void refundsADeletedOrderInFull() {
        putBoth("订单状态", "(删除)等待出库");

        assertThat(ReadFile.of(List.of(cup, plate)).only().net()).isZero();
    }

    @Test
    void needsNoAmountOfAnOrderThatWasNeverPaid() {
        cup.put("订单状态", "等待付款");
        cup.put("应付金额", "");
        cup.put("结算金额", "");
        cup.put("订单金额", "");

        assertThat(ReadFile.of(List.of(cup)).rejects).isEmpty();
    }
}
