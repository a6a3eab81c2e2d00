package io.siyu.order.file;

import io.siyu.buyer.BuyerDetails;
import io.siyu.buyer.Contacts;
import io.siyu.order.OrderStatus;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order report of Taobao and Tmall: one row an order, in any of its layouts. */
@Singleton
final class TaobaoFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("订单编号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column CREATED = Column.required("订单创建时间");
    private static final Column PAID = Column.required("买家实际支付金额", "买家实付金额");
    private static final Column PAID_AT = Column.optional("订单付款时间", "付款时间");
    private static final Column REFUND = Column.optional("退款金额");
    private static final Column DUE = Column.optional("买家应付货款");
    private static final Column POSTAGE = Column.optional("买家应付邮费");
    private static final Column PAID_OUT = Column.optional("打款商家金额", "确认收货打款金额");
    private static final Column BUYER = Column.optional("买家会员名", "买家昵称");
    private static final Column ALIPAY = Column.optional("买家支付宝账号");
    private static final Column MOBILE = Column.optional("联系手机");
    private static final Column NAME = Column.optional("收货人姓名");
    private static final Column ADDRESS = Column.optional("收货地址");
    private static final Column TITLES = Column.optional("宝贝标题", "商品标题");
    private static final Column KINDS = Column.optional("宝贝种类");
    private static final Column QUANTITY = Column.optional("宝贝总数量");
    private static final Pattern NUMBER = Pattern.compile("\\d{6,32}");
    private static final String TITLE_SEPARATOR = "，";

    private static final Map<String, OrderStatus> STATUSES = new StatusWords()
            .put(OrderStatus.UNPAID, "等待买家付款")
            .put(OrderStatus.PAID, "买家已付款，等待卖家发货", "卖家部分发货")
            .put(OrderStatus.SHIPPED, "卖家已发货，等待买家确认", "买家已签收")
            .put(OrderStatus.COMPLETED, "交易成功")
            .put(OrderStatus.CLOSED, "交易关闭")
            .asMap();

    @Override
    public String code() {
        return "taobao";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO, STATUS, CREATED, PAID, PAID_AT, REFUND, DUE, POSTAGE, PAID_OUT, BUYER, ALIPAY, MOBILE, NAME,
                ADDRESS, TITLES, KINDS, QUANTITY);
    }

    @Override
    public String orderNo(Row row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    @Override
    public IncomingOrder read(List<Row> rows) {
        Row row = rows.get(0);
        Instant paidAt = row.timeOrNull(PAID_AT);
        OrderStatus word = row.status(STATUS, STATUSES);
        // A deal that was paid and is closed was refunded in full, before or after shipping.
        OrderStatus status = word == OrderStatus.CLOSED && paidAt != null ? OrderStatus.REFUNDED : word;
        BigDecimal shown = status == OrderStatus.UNPAID ? row.amountOrZero(PAID) : row.amount(PAID);
        BigDecimal refund = refund(row, status, shown);
        BigDecimal paid = isRefundInside(row, shown, refund) ? shown.add(refund) : shown;
        return new IncomingOrder(
                orderNo(row), status, row.time(CREATED), paidAt, paid, refund, buyer(row), lines(row), null);
    }

    private static BigDecimal refund(Row row, OrderStatus status, BigDecimal paid) {
        if (row.has(REFUND)) {
            return row.amountOrZero(REFUND);
        }
        if (status == OrderStatus.REFUNDED) {
            return paid;
        }
        // The old layouts have no refund: what a finished deal paid out to the seller shows it.
        boolean finished = status == OrderStatus.COMPLETED && row.has(PAID_OUT);
        return finished ? paid.subtract(row.amountOrZero(PAID_OUT)).max(BigDecimal.ZERO) : new BigDecimal("0.00");
    }

    /** Some layouts give the paid amount with the refund already taken off: what was due gives them away. */
    private static boolean isRefundInside(Row row, BigDecimal paid, BigDecimal refund) {
        if (refund.signum() == 0 || !row.has(DUE)) {
            return false;
        }
        boolean paidOutLess = row.has(PAID_OUT) && row.amountOrZero(PAID_OUT).compareTo(paid.subtract(refund)) == 0;
        BigDecimal due = row.amountOrZero(DUE).add(row.amountOrZero(POSTAGE));
        return !paidOutLess && due.subtract(paid).compareTo(refund) == 0;
    }

    private static BuyerDetails buyer(Row row) {
        String account = row.text(ALIPAY);
        String mobile = Contacts.phone(row.text(MOBILE));
        return new BuyerDetails(
                row.platformIdOrNull(BUYER),
                mobile != null ? mobile : Contacts.phone(account),
                Contacts.email(account),
                row.text(NAME),
                row.text(ADDRESS));
    }

    /** Titles are joined by a comma that a title may hold too: they are taken apart only where the number fits. */
    private static List<IncomingLine> lines(Row row) {
        String titles = row.text(TITLES);
        if (titles.isEmpty()) {
            return List.of();
        }
        String[] parts = titles.split(TITLE_SEPARATOR);
        int kinds = Optional.ofNullable(row.quantityOrNull(KINDS)).orElse(1);
        if (parts.length > 1 && parts.length == kinds) {
            return List.of(parts).stream()
                    .map(title -> new IncomingLine(title, null, null, null))
                    .toList();
        }
        return List.of(new IncomingLine(titles, null, row.quantityOrNull(QUANTITY), null));
    }
}
