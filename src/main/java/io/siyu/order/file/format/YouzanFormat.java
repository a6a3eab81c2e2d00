package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.StatusWords;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.text.CleanText;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Youzan's order export: one row an order. Some of its columns have the same name; none of those is read. */
@Singleton
public final class YouzanFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("订单号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column CREATED = Column.required("订单创建时间");
    private static final Column PAID = Column.required("订单实付金额");
    private static final Column PAID_AT = Column.optional("买家付款时间");
    private static final Column REFUND = Column.optional("订单已退款金额");
    private static final Column REFUND_STATUS = Column.optional("订单退款状态");
    private static final Column NICK = Column.optional("买家昵称");
    private static final Column PHONE = Column.optional("买家手机号");
    private static final Column RECIPIENT_PHONE = Column.optional("收货人手机号/提货人手机号", "收货人手机号", "提货人手机号");
    private static final Column NAME = Column.optional("收货人/提货人", "收货人", "收货人姓名", "买家姓名");
    private static final Column ADDRESS = Column.optional("详细收货地址/提货地址", "详细收货地址", "收货地址");
    private static final Column TITLES = Column.optional("全部商品名称");
    private static final Column KINDS = Column.optional("商品种类数");
    private static final Predicate<String> NUMBER =
            Pattern.compile("[A-Za-z]{0,4}\\d{6,40}").asMatchPredicate();
    private static final Pattern MASKED_PHONE = Pattern.compile("1\\d{2}\\*{4}\\d{4}");
    private static final Pattern TITLE_SEPARATOR = Pattern.compile("[；;]");

    /** What waits for the seller to take it, or for the rest of a group, has been paid. */
    private static final StatusWords STATUSES = new StatusWords()
            .put(OrderStatus.UNPAID, "待付款", "等待买家付款", "待支付", "待付定金", "待付尾款", "定金已付，尾款待付", "WAIT_BUYER_PAY")
            .put(
                    OrderStatus.PAID,
                    "待发货",
                    "等待卖家发货",
                    "部分发货",
                    "待成团",
                    "等待成团",
                    "待接单",
                    "待确认",
                    "已付款",
                    "已支付",
                    "待核销",
                    "待使用",
                    "待消费",
                    "待自提",
                    "待配送",
                    "待抽奖",
                    "待领取",
                    "WAIT_SELLER_SEND_GOODS",
                    "WAIT_CONFIRM",
                    "TRADE_PAID")
            .put(
                    OrderStatus.SHIPPED,
                    "已发货",
                    "待收货",
                    "等待买家确认收货",
                    "等待买家签收",
                    "卖家已发货",
                    "配送中",
                    "待提货",
                    "WAIT_BUYER_CONFIRM_GOODS")
            .put(
                    OrderStatus.COMPLETED,
                    "交易完成",
                    "已完成",
                    "交易成功",
                    "已签收",
                    "买家已签收",
                    "已核销",
                    "TRADE_SUCCESS",
                    "TRADE_BUYER_SIGNED")
            .put(OrderStatus.REFUNDED, "已退款", "全额退款", "已全额退款", "退款成功")
            .put(OrderStatus.CLOSED, "交易关闭", "已关闭", "已取消", "交易取消", "TRADE_CLOSED", "TRADE_CLOSED_BY_USER");

    @Override
    public String code() {
        return "youzan";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO,
                STATUS,
                CREATED,
                PAID,
                PAID_AT,
                REFUND,
                REFUND_STATUS,
                NICK,
                PHONE,
                RECIPIENT_PHONE,
                NAME,
                ADDRESS,
                TITLES,
                KINDS,
                CURRENCY);
    }

    @Override
    public Column numberColumn() {
        return ORDER_NO;
    }

    @Override
    public List<Column> lastingColumns() {
        return List.of(CREATED);
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        SheetRow row = rows.get(0);
        Instant paidAt = row.timeOrNull(PAID_AT);
        OrderStatus status = status(row, paidAt != null);
        BigDecimal paid = row.paid(PAID, status);
        return new IncomingOrder(
                        orderNo(row),
                        status,
                        row.time(CREATED),
                        paidAt,
                        paid,
                        row.amountOr(REFUND, status == OrderStatus.REFUNDED ? paid : Amounts.NOTHING),
                        buyer(row),
                        lines(row),
                        null)
                .withRefundUnknown(isRefundUnknown(row, status));
    }

    private static boolean isRefundUnknown(SheetRow row, OrderStatus status) {
        return AfterSales.of(row.text(REFUND_STATUS)) != AfterSales.KEPT
                && status != OrderStatus.REFUNDED
                && row.amountOrZero(REFUND).signum() == 0;
    }

    /** A deal that was paid and is closed was refunded. */
    private static OrderStatus status(SheetRow row, boolean hasPayTime) {
        OrderStatus word = row.status(STATUS, STATUSES, PAID, CREATED, PAID_AT);
        if (row.text(REFUND_STATUS).startsWith("全额退款成功")) {
            return OrderStatus.REFUNDED;
        }
        return word == OrderStatus.CLOSED && hasPayTime ? OrderStatus.REFUNDED : word;
    }

    private static BuyerDetails buyer(SheetRow row) {
        String phone = phone(row);
        BuyerDetails buyer = new BuyerDetails(
                phone == null ? pseudonym(row) : null,
                phone,
                null,
                row.has(NAME) ? row.text(NAME) : row.text(NICK),
                row.text(ADDRESS));
        return row.known(buyer, PHONE, RECIPIENT_PHONE);
    }

    /** The buyer's phone, or that of the recipient where nothing shows that it is another one. */
    private static String phone(SheetRow row) {
        String phone = row.phoneOrNull(PHONE);
        String recipient = phone == null ? row.phoneOrNull(RECIPIENT_PHONE) : null;
        boolean isBuyers = recipient != null
                && (!row.has(PHONE)
                        || MASKED_PHONE.matcher(row.text(PHONE)).matches()
                                && recipient.matches("\\+86" + row.text(PHONE).replace("*", "\\d")));
        return isBuyers ? recipient : phone;
    }

    /**
     * Nicknames are chosen freely and thousands share one: only together with what a masked phone leaves does one stand
     * for somebody.
     */
    private static String pseudonym(SheetRow row) {
        String nick = row.text(NICK);
        String phone = row.text(PHONE);
        return !nick.isEmpty()
                        && nick.indexOf('*') < 0
                        && MASKED_PHONE.matcher(phone).matches()
                ? CleanText.cut(nick, 100) + ' ' + phone
                : null;
    }

    private static List<IncomingLine> lines(SheetRow row) {
        String titles = row.text(TITLES);
        if (titles.isEmpty()) {
            return List.of();
        }
        String[] parts = TITLE_SEPARATOR.split(titles);
        int kinds = Optional.ofNullable(row.quantityOrNull(KINDS)).orElse(1);
        return parts.length == kinds
                ? Stream.of(parts)
                        .map(title -> new IncomingLine(Cells.strip(title), null, null, null))
                        .toList()
                : List.of(new IncomingLine(titles, null, null, null));
    }
}
