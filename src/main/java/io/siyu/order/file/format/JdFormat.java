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

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** JD's order export: one row an article, in which what concerns the order stands again and again. */
@Singleton
public final class JdFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("订单号", "订单编号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column CREATED = Column.required("下单时间");
    /** Some layouts leave one or the other amount out. */
    private static final Column ANY_AMOUNT = Column.required("应付金额", "结算金额", "商家应收", "订单金额");

    private static final Column DUE = Column.optional("应付金额");
    private static final Column BALANCE = Column.optional("余额支付");
    private static final Column PAID_AT = Column.optional("付款确认时间");
    private static final Column ACCOUNT = Column.optional("下单帐号", "下单账号");
    private static final Column NAME = Column.optional("客户姓名");
    private static final Column ADDRESS = Column.optional("客户地址");
    private static final Column PHONE = Column.optional("联系电话");
    private static final Column VIRTUAL_UNTIL = Column.optional("虚拟号过期时间", "虚拟号码过期时间", "虚拟号有效期");
    private static final Column AFTER_SALES = Column.optional("售后状态", "退款状态");
    private static final Column TITLE = Column.optional("商品名称");
    private static final Column SKU = Column.optional("货号", "商家SKUID", "商品ID");
    private static final Column PRODUCT = Column.optional("商品ID");
    private static final Column QUANTITY = Column.optional("订购数量");
    private static final Column PRICE = Column.optional("京东价");
    private static final Predicate<String> NUMBER = text -> Cells.isDigits(text, 6, 32);

    private static final StatusWords STATUSES = statuses();
    private static final Set<String> CHECKED = Set.of("等待审核", "待审核", "审核中", "等待付款确认", "收款确认");

    /** Locked and paused orders are where the word behind says; alone, they are paid and wait. */
    private static StatusWords statuses() {
        StatusWords words = new StatusWords().put(OrderStatus.CLOSED, "(删除)");
        put(words, OrderStatus.UNPAID, OrderStatus.CLOSED, "等待付款", "未付款", "待付款", "等待分期付款", "NOT_PAY");
        put(words, OrderStatus.PAID, OrderStatus.REFUNDED, "等待出库", "待出库", "等待发货", "待发货", "等待打印", "等待打包", "等待拣货");
        put(words, OrderStatus.PAID, OrderStatus.REFUNDED, "正在出库", "正在处理", "锁定", "已锁定", "暂停", "已暂停", "POP业务暂停");
        put(
                words,
                OrderStatus.PAID,
                OrderStatus.REFUNDED,
                "WAIT_SELLER_STOCK_OUT",
                "WAIT_SELLER_DELIVERY",
                "LOCKED",
                "PAUSE");
        put(words, OrderStatus.SHIPPED, OrderStatus.REFUNDED, "等待确认收货", "等待收货", "待收货", "已出库", "商品出库", "已发货");
        put(words, OrderStatus.SHIPPED, OrderStatus.REFUNDED, "配送中", "正在配送", "等待自提", "发往配送中心", "配送中心已收货");
        put(words, OrderStatus.SHIPPED, OrderStatus.REFUNDED, "WAIT_GOODS_RECEIVE_CONFIRM");
        put(words, OrderStatus.COMPLETED, OrderStatus.REFUNDED, "完成", "已完成", "交易成功", "已收货", "已签收", "已妥投", "FINISHED_L");
        put(words, OrderStatus.REFUNDED, OrderStatus.REFUNDED, "已退款", "退款成功", "退款完成", "配送退货", "DELIVERY_RETURN");
        put(
                words,
                OrderStatus.CLOSED,
                OrderStatus.CLOSED,
                "已取消",
                "取消",
                "用户取消",
                "订单取消",
                "交易取消",
                "已删除",
                "TRADE_CANCELED");
        return words;
    }

    private static void put(StatusWords words, OrderStatus status, OrderStatus whenDeleted, String... names) {
        for (String name : names) {
            for (String hold : List.of("", "(锁定)", "(暂停)")) {
                words.put(status, hold + name);
                words.put(whenDeleted, "(删除)" + hold + name, hold + "(删除)" + name);
            }
        }
    }

    @Override
    public String code() {
        return "jd";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO,
                STATUS,
                CREATED,
                ANY_AMOUNT,
                DUE,
                BALANCE,
                PAID_AT,
                ACCOUNT,
                NAME,
                ADDRESS,
                PHONE,
                VIRTUAL_UNTIL,
                AFTER_SALES,
                TITLE,
                SKU,
                PRODUCT,
                QUANTITY,
                PRICE,
                CURRENCY);
    }

    @Override
    public Column numberColumn() {
        return ORDER_NO;
    }

    @Override
    public boolean manyRowsAnOrder() {
        return true;
    }

    @Override
    public Optional<Column> buyerColumn() {
        return Optional.of(ACCOUNT);
    }

    @Override
    public List<Column> lastingColumns() {
        return List.of(CREATED, ACCOUNT);
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    /** What concerns the order is the same in all rows, so the last one tells it; the amounts are never added up. */
    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        List<IncomingLine> lines =
                rows.stream().filter(row -> row.has(TITLE)).map(JdFormat::line).toList();
        IncomingOrder order = null;
        for (SheetRow row : rows) {
            order = order(row, lines);
        }
        return order.withRefundUnknown(
                order.status() != OrderStatus.REFUNDED && rows.stream().anyMatch(JdFormat::isPartRefunded));
    }

    /** The export has no amount of it. */
    private static boolean isPartRefunded(SheetRow row) {
        return AfterSales.of(row.text(AFTER_SALES)) != AfterSales.KEPT;
    }

    private IncomingOrder order(SheetRow row, List<IncomingLine> lines) {
        OrderStatus status = status(row);
        BigDecimal paid = paid(row, status);
        return new IncomingOrder(
                orderNo(row),
                status,
                row.time(CREATED),
                row.timeOrNull(PAID_AT),
                paid,
                status == OrderStatus.REFUNDED ? paid : Amounts.NOTHING,
                buyer(row),
                lines,
                null);
    }

    /** An order that is still being checked may be paid or not: the time of payment tells. */
    private static OrderStatus status(SheetRow row) {
        return CHECKED.contains(row.text(STATUS))
                ? row.has(PAID_AT) ? OrderStatus.PAID : OrderStatus.UNPAID
                : row.status(STATUS, STATUSES, ANY_AMOUNT, CREATED, PAID_AT);
    }

    /** What the buyer had to pay, and what was taken from a balance before. */
    private static BigDecimal paid(SheetRow row, OrderStatus status) {
        Column column = row.has(DUE) ? DUE : ANY_AMOUNT;
        BigDecimal due = row.paid(column, status);
        return column == DUE ? due.add(row.helpingAmount(BALANCE)) : due;
    }

    private static BuyerDetails buyer(SheetRow row) {
        String phone = row.has(VIRTUAL_UNTIL) ? null : row.phoneOrNull(PHONE);
        BuyerDetails buyer =
                new BuyerDetails(row.platformIdOrNull(ACCOUNT), phone, null, row.text(NAME), row.text(ADDRESS));
        return row.has(VIRTUAL_UNTIL) ? buyer : row.known(buyer, PHONE);
    }

    private static IncomingLine line(SheetRow row) {
        String sku = row.has(SKU) ? row.text(SKU) : row.text(PRODUCT);
        return new IncomingLine(row.text(TITLE), sku, row.quantityOrNull(QUANTITY), row.priceOrNull(PRICE));
    }
}
