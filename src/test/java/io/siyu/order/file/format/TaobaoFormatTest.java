package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
        assertThat(order.day(ReadFile.SHANGHAI.zone())).hasToString("2010-12-02");
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

        assertThat(read().only().day(ReadFile.SHANGHAI.zone())).hasToString("2010-12-01");
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
            assertThat(reject.reason().in(Language.ENGLISH)).contains("spreadsheet");
        });
    }

    @Test
    void knowsNobodyByAMaskedNameOrPhone() {
        cells.put("买家会员名", "t**0");
        cells.put("联系手机", "196****9377");
        cells.put("买家支付宝账号", "s***@example.com");

        assertThat(read().only().buyer().isKnown()).isFalse();
    }

    @Test
    void takesARefundForInsideWhereTheAmountsAgreeToTheCent() {
        cells.put("买家应付货款", "139.13");
        cells.put("买家实际支付金额", "104.34");
        cells.put("打款商家金额", "0.00元");

        assertThat(read().only().net()).isEqualByComparingTo("104.34");
    }

    @Test
    void takesARefundOffWhereWhatWasPaidOutShowsThatItIsNotInside() {
        cells.put("买家应付货款", "173.90");

        assertThat(read().only().net()).isEqualByComparingTo("104.34");
    }

    @Test
    void takesAFinishedDealThatIsNotYetPaidOutForPaid() {
        cells.remove("退款金额");
        cells.put("打款商家金额", "0.00元");

        assertThat(read().only().net()).isEqualByComparingTo("139.12");
    }

    @Test
    void readsTheRenamedColumnsOfTheNewerReport() {
        cells.put("买家实付金额", cells.remove("买家实际支付金额"));
        cells.put("商品标题", cells.remove("宝贝标题 "));
        cells.put("确认收货打款金额", cells.remove("打款商家金额"));
        cells.put("总金额(旧版)", "139.12");
        cells.put("商家备注", "null");

        assertThat(read().only().net()).isEqualByComparingTo("104.34");
        assertThat(read().only().lines()).extracting(IncomingLine::title).containsExactly("A", "B");
    }

    @Test
    void findsNamePhoneAndAddressInOneCell() {
        cells.keySet().removeAll(List.of("买家会员名", "收货人姓名", "联系手机", "买家支付宝账号"));
        cells.put("收货地址 ", "李磊，86-19687389377，浙江省 杭州市 文三路1号，近桥");

        BuyerDetails buyer = read().only().buyer();
        assertThat(buyer.phone()).isEqualTo("+8619687389377");
        assertThat(buyer.name()).isEqualTo("李磊");
        assertThat(buyer.address()).isEqualTo("浙江省 杭州市 文三路1号，近桥");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李**，86-196****9377，浙江省", "李磊，86-19687389377-1234，浙江省", "浙江省，杭州市，文三路1号"})
    void findsNoPhoneInACellWithNoneOrAMaskedOrAVirtualOne(String address) {
        cells.put("联系手机", "");
        cells.put("收货地址 ", address);

        assertThat(read().only().buyer().phone()).isNull();
    }

    @Test
    void takesNoVirtualNumberForTheBuyers() {
        cells.put("虚拟号过期时间", "2021-12-01 00:00:00");

        assertThat(read().only().buyer().phone()).isNull();
    }

    @Test
    void readsDatesThatASpreadsheetHasWrittenAnew() {
        cells.put("订单创建时间", "2010/12/1 8:26");
        cells.put("订单付款时间 ", "2010/12/02 00:10");

        assertThat(read().only().paidAt()).isEqualTo(Instant.parse("2010-12-01T16:10:00Z"));
    }

    @Test
    void doesWithTheTimeOfPaymentAlone() {
        cells.remove("订单创建时间");

        assertThat(read().only().createdAt()).isEqualTo(Instant.parse("2010-12-01T16:10:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码", "子订单编号,主订单编号,商品标题,商品价格,购买数量,退款状态,退款金额,订单状态,商品ID"
            })
    void refusesItemsWithoutTheirOrdersAndSaysWhatToSend(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ReadFile.of(header + "\n1,2,3,4,5,6,7,8,9,10\n"))
                .withMessageContaining("taobao")
                .withMessageContaining("订单报表");
    }

    @Test
    void tellsByTheAmountThatAClosedDealWasPaidWhereTheTimeIsNotAmongTheColumns() {
        cells.put("订单状态", "交易关闭");
        cells.remove("订单付款时间 ");
        assertThat(read().only().status()).isEqualTo(OrderStatus.REFUNDED);

        cells.put("订单关闭原因", "买家未付款");
        assertThat(read().only().status()).isEqualTo(OrderStatus.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"虚拟号码到期时间", "虚拟号失效时间", "隐私号码过期时间"})
    void knowsAVirtualNumberWhateverTheColumnOfItsEndIsCalled(String name) {
        cells.put(name, "2021-12-01 00:00:00");

        assertThat(read().only().buyer().phone()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"李磊，86-19687389377", "李磊，86 19687389377，浙江省", "李磊，+86-19687389377，浙江省"})
    void findsThePhoneInACellHoweverItIsWritten(String address) {
        cells.put("联系手机", "");
        cells.put("收货地址 ", address);

        assertThat(read().only().buyer().phone()).isEqualTo("+8619687389377");
    }

    @Test
    void namesTheColumnOfARejectAsTheFileDoes() {
        cells.remove("买家实际支付金额");
        cells.put("买家实付金额", "abc");

        assertThat(read().rejects).extracting(Reject::column).containsExactly("买家实付金额");
    }
}
