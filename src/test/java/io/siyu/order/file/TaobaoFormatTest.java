package io.siyu.order.file;

import io.siyu.order.OrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class TaobaoFormatTest {
    private final Map<String, String> cells = new LinkedHashMap<>();

    TaobaoFormatTest() {
        cells.put("订单编号", "=\"2000005363651017850\"");
        cells.put("买家会员名", "tb_17850");
        cells.put("买家支付宝账号", "Someone@Example.com");
        cells.put("买家应付货款", "35.64");
        cells.put("买家应付邮费", "0.00");
        cells.put("买家实际支付金额", "139.12");
        cells.put("订单状态", "交易成功");
        cells.put("收货人姓名", "李磊");
        cells.put("收货地址 ", "浙江省 杭州市");
        cells.put("联系手机", "'19687389377");
        cells.put("订单创建时间", "2010-12-01 08:26:00");
        cells.put("订单付款时间 ", "2010-12-02 00:10:00");
        cells.put("宝贝标题 ", "A，B");
        cells.put("宝贝种类 ", "2");
        cells.put("宝贝总数量", "12");
        cells.put("订单备注", "'null'");
        cells.put("退款金额", "34.78");
        cells.put("打款商家金额", "104.34元");
    }

    private ReadFile read() {
        return ReadFile.of(String.join(",", cells.keySet()) + "\r\n" + String.join(",", cells.values()) + "\r\n");
    }

    @Test
    void readsAnOrderWithItsWrappings() {
        IncomingOrder order = read().only();

        assertThat(order.orderNo()).isEqualTo("2000005363651017850");
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.net()).isEqualByComparingTo("104.34");
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2010-12-01T00:26:00Z"));
        assertThat(order.day(ReadFile.SHANGHAI)).hasToString("2010-12-02");
        assertThat(order.buyer().platformId()).isEqualTo("tb_17850");
        assertThat(order.buyer().phone()).isEqualTo("+8619687389377");
        assertThat(order.buyer().email()).isEqualTo("someone@example.com");
        assertThat(order.lines()).extracting(IncomingLine::title).containsExactly("A", "B");
    }

    @Test
    void readsTheSameFromGb18030() {
        String text = String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values());

        assertThat(ReadFile.of(text, Charset.forName("GB18030")).only()).isEqualTo(read().only());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "等待买家付款|UNPAID",
                "买家已付款，等待卖家发货|PAID",
                "买家已付款,等待卖家发货|PAID",
                "卖家部分发货|PAID",
                "卖家已发货，等待买家确认|SHIPPED",
                "卖家已发货,等待买家确认|SHIPPED",
                "交易成功|COMPLETED",
                "交易关闭|REFUNDED"
            })
    void knowsTheWordsOfAPaidOrder(String word, OrderStatus status) {
        cells.put("订单状态", '"' + word + '"');

        assertThat(read().only().status()).isEqualTo(status);
    }

    @Test
    void takesADealThatWasClosedUnpaidForClosed() {
        cells.put("订单状态", "交易关闭");
        cells.put("订单付款时间 ", "");

        assertThat(read().only().status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void takesAnUnpaidOrderForTheDayOfItsCreation() {
        cells.put("订单状态", "等待买家付款");
        cells.put("订单付款时间 ", "null");

        assertThat(read().only().day(ReadFile.SHANGHAI)).hasToString("2010-12-01");
    }

    @Test
    void findsTheRefundOfAnOldLayoutInWhatWasPaidOut() {
        cells.remove("退款金额");

        assertThat(read().only().refund()).isEqualByComparingTo("34.78");
    }

    @Test
    void doesNotTakeARefundOffTwice() {
        cells.put("买家应付货款", "139.12");
        cells.put("买家实际支付金额", "104.34");

        IncomingOrder order = read().only();
        assertThat(order.net()).isEqualByComparingTo("104.34");
        assertThat(order.paid()).isEqualByComparingTo("139.12");
    }

    @Test
    void refusesANumberThatASpreadsheetHasRounded() {
        cells.put("订单编号", "2.00001E+18");

        assertThat(read().rejects).singleElement().satisfies(reject -> {
            assertThat(reject.column()).isEqualTo("订单编号");
            assertThat(reject.reason()).contains("spreadsheet");
        });
    }

    @Test
    void knowsNobodyByAMaskedNameOrPhone() {
        cells.put("买家会员名", "t**0");
        cells.put("联系手机", "196****9377");
        cells.put("买家支付宝账号", "s***@example.com");

        assertThat(read().only().buyer().isKnown()).isFalse();
    }
}
