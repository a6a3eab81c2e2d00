package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.Contacts;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.ItemColumns;
import io.siyu.order.file.ItemSheet;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The order report of Taobao and Tmall: one row an order, in any of its layouts. */
@Singleton
public final class TaobaoFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("订单编号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column PAID = Column.required("买家实际支付金额", "买家实付金额");
    /** In the newer layouts the shop picks the columns: one of the times must be among them. */
    private static final Column ANY_TIME = Column.required("订单创建时间", "创建时间", "订单付款时间", "付款时间");

    private static final Column CREATED = Column.optional("订单创建时间", "创建时间");
    private static final Column PAID_AT = Column.optional("订单付款时间", "付款时间");
    private static final Column REFUND = Column.optional("退款金额");
    private static final Column DUE = Column.optional("买家应付货款");
    private static final Column POSTAGE = Column.optional("买家应付邮费");
    private static final Column PAID_OUT = Column.optional("打款商家金额", "确认收货打款金额");
    private static final Column CLOSED_FOR = Column.optional("订单关闭原因");
    private static final Column BUYER = Column.optional("买家会员名", "买家昵称");
    private static final Column ALIPAY = Column.optional("买家支付宝账号");
    private static final Column MOBILE = Column.optional("联系手机", "收货人手机号", "收货人手机");
    private static final Column TELEPHONE = Column.optional("联系电话");
    /** The platform has called it by many names. */
    private static final Column VIRTUAL_UNTIL = Column.optional(
            "虚拟号过期时间",
            "虚拟号码过期时间",
            "虚拟号到期时间",
            "虚拟号码到期时间",
            "虚拟号失效时间",
            "虚拟号码失效时间",
            "虚拟号有效期",
            "虚拟号码有效期",
            "隐私号过期时间",
            "隐私号码过期时间",
            "隐私号到期时间",
            "隐私号码到期时间",
            "隐私号失效时间",
            "隐私号码失效时间",
            "隐私号有效期",
            "隐私号码有效期");

    private static final Column NAME = Column.optional("收货人姓名");
    private static final Column ADDRESS = Column.optional("收货地址");
    private static final Column TITLES = Column.optional("宝贝标题", "商品标题");
    private static final Column KINDS = Column.optional("宝贝种类", "商品种类");
    private static final Column QUANTITY = Column.optional("宝贝总数量", "商品总数量");
    private static final ItemColumns ITEMS = new ItemColumns(
            Column.required("主订单编号"),
            Column.required("子订单编号"),
            Column.required("商品标题", "宝贝标题", "标题"),
            Column.optional("商家编码", "外部系统编号", "商品ID"),
            Column.optional("购买数量", "商品数量"),
            Column.optional("商品价格", "价格"),
            Column.optional("退款状态"),
            Column.optional("退款金额"));
    private static final Predicate<String> NUMBER = text -> Cells.isDigits(text, 6, 32);
    private static final String TITLE_SEPARATOR = "，";
    private static final String ITEM_COLUMN = "购买数量";
    /** Amounts of one order differ by a rounding at most. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    @Override
    public String code() {
        return "taobao";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO,
                STATUS,
                PAID,
                ANY_TIME,
                CREATED,
                PAID_AT,
                REFUND,
                DUE,
                POSTAGE,
                PAID_OUT,
                CLOSED_FOR,
                BUYER,
                ALIPAY,
                MOBILE,
                TELEPHONE,
                VIRTUAL_UNTIL,
                NAME,
                ADDRESS,
                TITLES,
                KINDS,
                QUANTITY,
                CURRENCY);
    }

    @Override
    public Column numberColumn() {
        return ORDER_NO;
    }

    @Override
    public Optional<Column> buyerColumn() {
        return Optional.of(BUYER);
    }

    @Override
    public List<Column> lastingColumns() {
        return List.of(CREATED, BUYER);
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    @Override
    public Optional<ItemColumns> itemColumns() {
        return Optional.of(ITEMS);
    }

    @Override
    public Optional<ReasonCode> adviceOn(List<String> headerNames) {
        return headerNames.stream().map(Cells::clean).anyMatch(ITEM_COLUMN::equals)
                ? Optional.of(ReasonCode.ITEMS_ONLY)
                : Optional.empty();
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        return read(rows, List.of());
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows, List<ItemSheet.Item> items) {
        SheetRow row = rows.get(0);
        Instant paidAt = row.timeOrNull(PAID_AT);
        OrderStatus status = status(row, paidAt != null);
        BigDecimal shown = row.paid(PAID, status);
        BigDecimal refund = refund(row, status, shown, items);
        BigDecimal paid = isRefundInside(row, shown, refund) ? shown.add(refund) : shown;
        Instant createdAt = row.has(CREATED) || paidAt == null ? row.time(CREATED) : paidAt;
        return new IncomingOrder(
                        orderNo(row), status, createdAt, paidAt, paid, refund, buyer(row), lines(row, items), null)
                .withRefundUnknown(isRefundUnknown(row, status, items));
    }

    /** A deal that was paid and is closed was refunded in full, before or after shipping. */
    private static OrderStatus status(SheetRow row, boolean hasPayTime) {
        OrderStatus word = row.status(STATUS, TaobaoStates.WORDS, PAID, CREATED, PAID_AT);
        boolean isRefunded = hasPayTime || row.text(CLOSED_FOR).equals("退款") || wasPaidAtSomeTime(row);
        return word == OrderStatus.CLOSED && isRefunded ? OrderStatus.REFUNDED : word;
    }

    /** Where the shop left the time of payment out of the columns, the amount alone tells. */
    private static boolean wasPaidAtSomeTime(SheetRow row) {
        return !row.header().has(PAID_AT)
                && !row.text(CLOSED_FOR).equals("买家未付款")
                && row.amountOrZero(PAID).signum() > 0;
    }

    private static BigDecimal refund(SheetRow row, OrderStatus status, BigDecimal paid, List<ItemSheet.Item> items) {
        if (row.has(REFUND)) {
            return row.amountOrZero(REFUND);
        }
        if (status == OrderStatus.REFUNDED) {
            return paid;
        }
        // The old layouts have no refund: what a finished deal paid out to the seller shows it.
        BigDecimal paidOut = paidOut(row, status);
        return paidOut.signum() > 0
                ? paid.subtract(paidOut).max(Amounts.NOTHING)
                : items.stream()
                        .map(ItemSheet.Item::refund)
                        .reduce(Amounts.NOTHING, BigDecimal::add)
                        .min(paid);
    }

    private static BigDecimal paidOut(SheetRow row, OrderStatus status) {
        return status == OrderStatus.COMPLETED ? row.helpingAmount(PAID_OUT) : Amounts.NOTHING;
    }

    private static boolean isRefundUnknown(SheetRow row, OrderStatus status, List<ItemSheet.Item> items) {
        return status != OrderStatus.REFUNDED
                && !row.has(REFUND)
                && paidOut(row, status).signum() == 0
                && items.stream().anyMatch(ItemSheet.Item::isRefundUnknown);
    }

    /**
     * Some layouts give the paid amount with the refund already taken off. What was paid out to the seller tells, or else
     * what was due.
     */
    private static boolean isRefundInside(SheetRow row, BigDecimal paid, BigDecimal refund) {
        if (refund.signum() == 0) {
            return false;
        }
        BigDecimal paidOut = row.helpingAmount(PAID_OUT);
        if (paidOut.signum() > 0 && isAbout(paidOut, paid.subtract(refund))) {
            return false;
        }
        BigDecimal due = row.helpingAmount(DUE);
        return isAbout(due.subtract(paid), refund)
                || isAbout(due.add(row.helpingAmount(POSTAGE)).subtract(paid), refund);
    }

    private static boolean isAbout(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(ROUNDING) <= 0;
    }

    private static BuyerDetails buyer(SheetRow row) {
        String account = row.text(ALIPAY);
        TaobaoRecipient recipient = TaobaoRecipient.of(row.text(ADDRESS));
        String phone = null;
        // A virtual number rings at one recipient today and at another next month.
        if (!row.has(VIRTUAL_UNTIL)) {
            phone = row.phoneOrNull(MOBILE, TELEPHONE);
            phone = phone == null ? Contacts.phone(recipient.phone()) : phone;
        }
        BuyerDetails buyer = new BuyerDetails(
                row.platformIdOrNull(BUYER),
                phone != null ? phone : row.phoneOrNull(ALIPAY),
                Contacts.email(account),
                row.has(NAME) ? row.text(NAME) : recipient.name(),
                recipient.address());
        return row.has(VIRTUAL_UNTIL) ? buyer : row.known(buyer, MOBILE, TELEPHONE);
    }

    /** Titles are joined by a comma that a title may hold too: they are taken apart only where the number fits. */
    private static List<IncomingLine> lines(SheetRow row, List<ItemSheet.Item> items) {
        if (!items.isEmpty()) {
            return items.stream().map(ItemSheet.Item::line).toList();
        }
        String titles = row.text(TITLES);
        if (titles.isEmpty()) {
            return List.of();
        }
        int kinds = Optional.ofNullable(row.quantityOrNull(KINDS)).orElse(1);
        if (kinds > 1) {
            String[] parts = titles.split(TITLE_SEPARATOR);
            if (parts.length == kinds) {
                return List.of(parts).stream()
                        .map(title -> new IncomingLine(title, null, null, null))
                        .toList();
            }
        }
        return List.of(new IncomingLine(titles, null, row.quantityOrNull(QUANTITY), null));
    }
}
