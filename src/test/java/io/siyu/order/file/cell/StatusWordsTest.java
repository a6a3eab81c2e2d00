package io.siyu.order.file.cell;

import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.SmallestRow;
import io.siyu.order.file.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that the platforms are known to write, words that nobody knows, and what is no word for a state at all. */
class StatusWordsTest {
    private static final Map<String, String> COLUMNS = Map.of("shopify", "Financial Status", "generic", "status");

    private static ReadFile with(SmallestRow smallest, String word, Map<String, String> more) {
        Map<String, String> row = smallest.with(0, more);
        row.put(COLUMNS.getOrDefault(smallest.format(), "订单状态"), word);
        return ReadFile.of(List.of(row));
    }

    static Stream<SmallestRow> platforms() {
        return SmallestRow.ofAllFormats().stream();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taobao|买家部分付款|UNPAID",
                "taobao|国际信用卡支付付款确认中|UNPAID",
                "taobao|0元购合约中|UNPAID",
                "taobao|WAIT_PRE_AUTH_CONFIRM|UNPAID",
                "taobao|没有创建支付宝交易|UNPAID",
                "taobao|拼团中|PAID",
                "taobao|买家已付款，等待发货|PAID",
                "taobao|买家已付款, 等待卖家发货|PAID",
                "taobao|SELLER_CONSIGNED_PART|PAID",
                "taobao|买家已签收,货到付款专用|SHIPPED",
                "taobao|买家已签收(货到付款专用)|SHIPPED",
                "taobao|TRADE_FINISHED|COMPLETED",
                "taobao|TRADE_CLOSED|REFUNDED",
                "taobao|交易被淘宝关闭|CLOSED",
                "jd|等待审核|UNPAID",
                "jd|等待发货|PAID",
                "jd|配送中|SHIPPED",
                "jd|(锁定)配送中|SHIPPED",
                "jd|已妥投|COMPLETED",
                "jd|配送退货|REFUNDED",
                "jd|TRADE_CANCELED|CLOSED",
                "pdd|已成团，待发货|PAID",
                "pdd|未发货，退款中|PAID",
                "pdd|已发货，退款中|SHIPPED",
                "pdd|已收货，退款成功|REFUNDED",
                "pdd|未成团，退款成功|REFUNDED",
                "douyin|部分支付|UNPAID",
                "douyin|备货中|PAID",
                "douyin|风控审核中|PAID",
                "douyin|已签收|COMPLETED",
                "douyin|收货后退款完结|REFUNDED",
                "youzan|待付尾款|UNPAID",
                "youzan|待确认|PAID",
                "youzan|WAIT_BUYER_CONFIRM_GOODS|SHIPPED",
                "youzan|已退款|REFUNDED"
            })
    void readsThePlatformsOwnWords(String format, String word, OrderStatus status) {
        Map<String, String> unpaid = format.equals("taobao") ? Map.of("订单关闭原因", "买家未付款") : Map.of();
        assertThat(with(SmallestRow.of(format), word, unpaid).only().status()).isEqualTo(status);
    }

    @Test
    void anOrderThatIsCheckedIsPaidOnceItHasATimeOfPayment() {
        assertThat(with(SmallestRow.of("jd"), "等待审核", Map.of("付款确认时间", "2026-03-01 10:01:00"))
                        .only()
                        .status())
                .isEqualTo(OrderStatus.PAID);
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void showsAnUnknownWordInFull(SmallestRow smallest) {
        for (String word : List.of("海关清关中", "等待供应商补货", "仓库拦截成功", "买家申请仲裁", "awaiting customs clearance", "On hold")) {
            assertShown(with(smallest, word, Map.of()), word);
        }
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void eitherKnowsOrShowsTheWordsOfThisTrade(SmallestRow smallest) {
        for (String word : ("买家部分付款|等待厂商处理|已揽收|派送中|预售|部分退款|售后中|已作废|异常|冻结|审核中|已拒收|拒签|待备货|缺货|部分签收|超时关闭|风控中"
                        + "|已拆单|已合并|换货中|补发中|待揽件|待分配|交易冻结|待打单|挂起|已过期|待入账|已退货|待退货|已结算|预约中|禁止发货|等待拼单|开团中|"
                        + "商品退库|wc-delivered|wc-partial-shipped|wc-completed|lay-away|on-backorder|rea"
                        + "dy_for_pickup|Awaiting Fulfillment|lost_in_mail")
                .split("\\|")) {
            assertThat(with(smallest, word, Map.of()).rejects)
                    .extracting(Reject::value)
                    .allMatch(word::equals);
        }
    }

    private static void assertShown(ReadFile file, String word) {
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason().code()).isEqualTo(ReasonCode.WRONG_STATUS);
            assertThat(reject.value()).isEqualTo(word);
        });
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void showsNoPersonNorAddress(SmallestRow smallest) {
        for (String word : List.of(
                "李磊",
                "韩梅梅",
                "欧阳娜娜",
                "付成",
                "关平",
                "杭州市文三路1号",
                "幸福路520号3单元",
                "约翰·史密斯",
                "王先生",
                "Jane Doe",
                "李磊，13800138000")) {
            assertThat(with(smallest, word, Map.of()).rejects)
                    .singleElement()
                    .extracting(Reject::value)
                    .asString()
                    .doesNotContain(
                            "李", "磊", "梅", "欧阳", "娜", "付", "关", "杭州", "幸福", "约翰", "先生", "Jane", "Doe", "13800138000");
        }
    }

    /** Nobody knows all words: of a row that is not shifted also those of which no part is known. */
    @ParameterizedTest
    @ValueSource(strings = {"taobao", "jd", "pdd", "douyin", "youzan", "generic"})
    void showsWordsOfAnyKindInARowThatIsNotShifted(String format) {
        for (String word : List.of("蜂鸟骑手已接", "拍照留档", "跨境直邮备案审", "盲盒未拆")) {
            assertThat(with(SmallestRow.of(format), word, Map.of()).rejects)
                    .extracting(Reject::value)
                    .containsExactly(word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"李磊已付款", "已付款 李磊", "交易成功，李磊", "李四 等待发货", "代平敏", "香港九龙", "阳光花园", "欧阳娜娜"})
    void showsNoPersonBesideAWordOrInItsPlace(String text) {
        for (String format : List.of("taobao", "generic")) {
            assertThat(with(SmallestRow.of(format), text, Map.of()).rejects)
                    .extracting(Reject::value)
                    .allSatisfy(shown -> assertThat(shown).contains("*").doesNotContain("李", "代平", "九龙", "花园", "欧阳"));
        }
    }

    /** In a shifted row even an unusual name is none that is shown. */
    @Test
    void showsNothingUnknownOfAShiftedRow() {
        Map<String, String> row = SmallestRow.of("taobao").with(0, Map.of());
        row.put("订单状态", "阿依古丽");
        row.put("订单创建时间", "浙江省");
        assertThat(ReadFile.of(List.of(row)).rejects).extracting(Reject::value).containsExactly("****");
    }
}
