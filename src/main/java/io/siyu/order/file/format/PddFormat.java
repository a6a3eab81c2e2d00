package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.StatusWords;
import io.siyu.order.file.cell.Times;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Pinduoduo's order export: one row an order, and nothing in it that tells who bought. Such orders are counted in the
 * shop's sales and belong to no buyer until they are bound to one.
 */
@Singleton
public final class PddFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("订单号", "订单编号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column PAID = Column.required("用户实付金额(元)", "用户实付金额", "商家实收金额(元)", "商家实收金额");
    private static final Column DEAL_AT = Column.optional("订单成交时间", "成交时间", "拼单成功时间");
    private static final Column PAID_AT = Column.optional("支付时间");
    private static final Column CREATED = Column.optional("下单时间", "订单创建时间");
    private static final Column AFTER_SALES = Column.optional("售后状态");
    private static final Column REFUND = Column.optional("退款金额(元)", "退款金额", "已退款金额(元)", "售后退款金额(元)", "实际退款金额(元)");
    private static final Column TITLE = Column.optional("商品", "商品名称");
    private static final Column PRODUCT = Column.optional("商品id");
    private static final Column SKU = Column.optional("商家编码-规格维度", "样式ID");
    private static final Column QUANTITY = Column.optional("商品数量(件)", "商品数量");
    private static final Predicate<String> NUMBER =
            Pattern.compile("\\d{6}-\\d{6,32}").asMatchPredicate();
    private static final String REFUNDED = "退款成功";
    private static final String PART_REFUNDED = "部分退款成功";

    private static final StatusWords STATUSES = statuses();

    /** Where the goods are and what became of the money stand in one word; money that is asked for is not back yet. */
    private static StatusWords statuses() {
        StatusWords words = new StatusWords()
                .put(OrderStatus.UNPAID, "待支付", "待付款", "未支付", "未付款")
                .put(OrderStatus.REFUNDED, REFUNDED, "已退款", "未成团，退款成功", "未成团，已退款", "拼团失败，退款成功")
                .put(OrderStatus.CANCELLED, "已取消", "已取消，退款成功", "交易已取消", "未支付，已取消", "已关闭", "交易关闭");
        put(words, OrderStatus.PAID, "待发货", "未发货", "待成团", "待分享", "部分发货", "已成团", "已成团，待发货", "已支付", "已付款", "审核中", "待审核");
        put(words, OrderStatus.SHIPPED, "已发货，待签收", "已发货，待收货", "已发货", "待收货", "待签收", "已签收", "运输中", "派送中");
        put(words, OrderStatus.COMPLETED, "已收货", "已完成", "交易成功", "已评价", "待评价");
        return words;
    }

    private static void put(StatusWords words, OrderStatus status, String... names) {
        words.put(status, names);
        for (String name : names) {
            for (String open : List.of("退款中", "售后处理中", "退款失败", "退款关闭", "退款取消", PART_REFUNDED, "部分退款")) {
                words.put(status, name + '，' + open);
            }
            words.put(OrderStatus.REFUNDED, name + '，' + REFUNDED, name + "，已退款");
        }
    }

    @Override
    public String code() {
        return "pdd";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO,
                STATUS,
                PAID,
                DEAL_AT,
                PAID_AT,
                CREATED,
                AFTER_SALES,
                REFUND,
                TITLE,
                PRODUCT,
                SKU,
                QUANTITY,
                CURRENCY);
    }

    @Override
    public Column numberColumn() {
        return ORDER_NO;
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        SheetRow row = rows.get(0);
        OrderStatus word = row.status(STATUS, STATUSES, PAID, DEAL_AT, PAID_AT);
        OrderStatus status = status(row, word);
        BigDecimal paid = row.paid(PAID, status);
        Instant dealAt = row.timeOrNull(DEAL_AT);
        Instant paidAt = row.has(PAID_AT) ? row.time(PAID_AT) : dealAt;
        return new IncomingOrder(
                        orderNo(row),
                        status,
                        createdAt(row, dealAt, paidAt),
                        status.wasPaid() ? paidAt : null,
                        paid,
                        row.amountOr(REFUND, status == OrderStatus.REFUNDED ? paid : Amounts.NOTHING),
                        BuyerDetails.NOTHING,
                        lines(row),
                        null)
                .withRefundUnknown(isRefundUnknown(row, word));
    }

    /**
     * A cancelled order stays so whatever its after-sales say; any other is refunded where they say so, and if an amount
     * says less, as far as that goes.
     */
    private static OrderStatus status(SheetRow row, OrderStatus word) {
        boolean isRefunded = word != OrderStatus.CANCELLED && afterSales(row) == AfterSales.REFUNDED;
        boolean isPart = row.has(REFUND) && row.amount(REFUND).compareTo(row.amountOrZero(PAID)) < 0;
        return isRefunded && !isPart ? OrderStatus.REFUNDED : word;
    }

    private static AfterSales afterSales(SheetRow row) {
        return AfterSales.of(row.text(AFTER_SALES));
    }

    /** Of goods that the buyer has, a refund may be a part of what was paid. */
    private static boolean isRefundUnknown(SheetRow row, OrderStatus word) {
        boolean hasGoods = word == OrderStatus.SHIPPED || word == OrderStatus.COMPLETED;
        AfterSales told = afterSales(row);
        boolean isPart = told == AfterSales.PARTLY_REFUNDED
                || told == AfterSales.UNKNOWN && word != OrderStatus.CANCELLED && word != OrderStatus.UNPAID
                || row.text(STATUS).contains("部分退款");
        return !row.has(REFUND) && (isPart && word != OrderStatus.REFUNDED || hasGoods && told == AfterSales.REFUNDED);
    }

    private static Instant createdAt(SheetRow row, Instant dealAt, Instant paidAt) {
        if (row.has(CREATED)) {
            return row.time(CREATED);
        }
        return Optional.ofNullable(dealAt).or(() -> Optional.ofNullable(paidAt)).orElseGet(() -> dayInNumber(row));
    }

    /** An order number begins with the day, as in {@code 101201-…} for 1 December 2010. */
    private static Instant dayInNumber(SheetRow row) {
        String number = row.text(ORDER_NO);
        String day = "20" + number.substring(0, 2) + '-' + number.substring(2, 4) + '-' + number.substring(4, 6);
        return Times.parse(day, row.terms().zone())
                .orElseThrow(() -> row.rejected(DEAL_AT, null, ReasonCode.NO_DATE_ANYWHERE));
    }

    private static List<IncomingLine> lines(SheetRow row) {
        if (!row.has(TITLE)) {
            return List.of();
        }
        String sku = row.has(SKU) ? row.text(SKU) : row.text(PRODUCT);
        return List.of(new IncomingLine(row.text(TITLE), sku, row.quantityOrNull(QUANTITY), null));
    }
}
