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

class YouzanFormatTest {
    private final Map<String, String> cells = new LinkedHashMap<>();

    YouzanFormatTest() {
        cells.put("订单号", "E20241201100000000000001");
        cells.put("订单状态", "交易完成");
        cells.put("订单创建时间", "2024-12-01 10:00:00");
        cells.put("买家付款时间", "2024-12-02 00:10:00");
        cells.put("订单实付金额", "139.12");
        cells.put("全部商品名称", "Cup；Plate");
        cells.put("商品种类数", "2");
        cells.put("收货人/提货人", "李磊");
        cells.put("收货人手机号/提货人手机号", "196****9377");
        cells.put("买家昵称", "一位用户");
        cells.put("买家手机号", "19687389377");
        cells.put("订单退款状态", "部分退款成功");
        cells.put("订单已退款金额", "34.78");
    }

    private IncomingOrder read() {
        return ReadFile.of(List.of(cells)).only();
    }

    @Test
    void takesTheRefundOffWhatWasPaid() {
        IncomingOrder order = read();

        assertThat(order.net()).isEqualByComparingTo("104.34");
        assertThat(order.day(ReadFile.SHANGHAI.zone())).hasToString("2024-12-02");
        assertThat(order.buyer().phone()).isEqualTo("+8619687389377");
        assertThat(order.buyer().platformId()).isNull();
        assertThat(order.lines()).extracting(IncomingLine::title).containsExactly("Cup", "Plate");
    }

    @Test
    void readsAFileInWhichAColumnStandsTwice() {
        String header = String.join(",", cells.keySet()) + ",分销员,分销员\n";

        assertThat(ReadFile.of(header + String.join(",", cells.values()) + ",x,y\n")
                        .only())
                .isEqualTo(read());
    }

    @ParameterizedTest
    @CsvSource({
        "待付款,,,UNPAID",
        "待发货,2024-12-02 10:00:00,,PAID",
        "部分发货,2024-12-02 10:00:00,,PAID",
        "已发货,2024-12-02 10:00:00,,SHIPPED",
        "交易完成,2024-12-02 10:00:00,,COMPLETED",
        "交易完成,2024-12-02 10:00:00,全额退款成功,REFUNDED",
        "交易关闭,2024-12-02 10:00:00,,REFUNDED",
        "交易关闭,,,CLOSED"
    })
    void knowsTheStates(String word, String paidAt, String refund, OrderStatus status) {
        cells.put("订单状态", word);
        cells.put("买家付款时间", paidAt == null ? "" : paidAt);
        cells.put("订单退款状态", refund == null ? "" : refund);

        assertThat(read().status()).isEqualTo(status);
    }

    @Test
    void knowsABuyerWithAMaskedPhoneByItTogetherWithTheName() {
        cells.put("买家手机号", "196****9377");

        assertThat(read().buyer().platformId()).isEqualTo("一位用户 196****9377");
        assertThat(read().buyer().phone()).isNull();
    }

    @Test
    void takesTheRecipientsPhoneWhereItIsTheBuyersMaskedOne() {
        cells.put("买家手机号", "196****9377");
        cells.put("收货人手机号/提货人手机号", "19687389377");
        assertThat(read().buyer().phone()).isEqualTo("+8619687389377");

        cells.put("收货人手机号/提货人手机号", "13800138000");
        assertThat(read().buyer().phone()).isNull();
    }

    @Test
    void knowsNobodyByANicknameAlone() {
        cells.put("买家手机号", "");

        assertThat(read().buyer().isKnown()).isFalse();
    }
}
