package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.StatusWords;
import io.siyu.order.file.format.DouyinSubOrder.Money;
import io.siyu.order.file.row.RejectedRowException;
import io.siyu.order.file.row.RoundedNumbers;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Douyin's order export, of which the shop picks the columns: one row a sub-order, or one an order with its sub-orders
 * joined by semicolons. What was to be paid is the order's on every row. Whoever bought is written in ciphertext that
 * differs from order to order, so the orders belong to no buyer until they are bound to one.
 */
@Singleton
public final class DouyinFormat implements OrderFormat {
    private static final Column ORDER_NO = Column.required("主订单编号");
    private static final Column STATUS = Column.required("订单状态");
    private static final Column DUE = Column.required("订单应付金额");
    private static final Column ANY_TIME = Column.required("订单提交时间", "支付完成时间");
    private static final Column SUBMITTED = Column.optional("订单提交时间");
    private static final Column PAID_AT = Column.optional("支付完成时间");
    private static final Column SUB_ORDER = Column.optional("子订单编号");
    private static final Column AFTER_SALES = Column.optional("售后状态");
    private static final Column TITLE = Column.optional("选购商品");
    private static final Column SKU = Column.optional("商家编码", "商品ID");
    private static final Column QUANTITY = Column.optional("商品数量");
    private static final Column PRICE = Column.optional("商品单价", "商品价格", "单价");
    private static final Column AMOUNT = Column.optional("商品金额", "商品总价", "商品总金额", "商品应付金额");
    private static final Column POSTAGE = Column.optional("运费", "运费(元)", "邮费", "订单运费");
    private static final Predicate<String> NUMBER =
            Pattern.compile("\\d{6,32}A?").asMatchPredicate();
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3})?(?!\\d).*");
    private static final long FIRST_EPOCH =
            Instant.parse("2016-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_EPOCH = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final Pattern JOINED = Pattern.compile("\\s*[;；]\\s*");

    private static final StatusWords STATUSES = new StatusWords()
            .put(OrderStatus.UNPAID, "待支付", "待付款", "待确认", "未支付", "部分支付", "定金已支付", "待支付尾款", "尾款待支付")
            .put(OrderStatus.PAID, "待发货", "备货中", "已支付", "已付款", "部分发货", "待成团", "拼团中", "风控审核中", "订单审核中", "待核销", "待使用")
            .put(OrderStatus.SHIPPED, "已发货", "全部发货", "待收货", "运输中", "配送中", "已发货，待签收")
            .put(OrderStatus.COMPLETED, "已完成", "已收货", "已签收", "交易成功", "交易完成", "已核销")
            .put(OrderStatus.REFUNDED, "发货前退款完结", "发货后退款完结", "收货后退款完结", "退款完结", "退款成功", "已退款", "已全额退款")
            .put(OrderStatus.CLOSED, "已关闭", "已取消", "交易关闭", "订单关闭", "交易取消");

    @Override
    public String code() {
        return "douyin";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                ORDER_NO,
                STATUS,
                DUE,
                ANY_TIME,
                SUBMITTED,
                PAID_AT,
                SUB_ORDER,
                AFTER_SALES,
                TITLE,
                SKU,
                QUANTITY,
                PRICE,
                AMOUNT,
                POSTAGE,
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
    public List<Column> lastingColumns() {
        return List.of(SUBMITTED);
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    /** Names of files begin with the second of the export. */
    @Override
    public Optional<Instant> sourceAt(String fileName) {
        Matcher matcher = EPOCH.matcher(fileName);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)))
                        .filter(second -> second >= FIRST_EPOCH && second < LAST_EPOCH)
                        .map(Instant::ofEpochSecond)
                : Optional.empty();
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        List<SheetRow> subOrders = latest(rows);
        SheetRow row = subOrders.get(subOrders.size() - 1);
        OrderStatus status = status(subOrders);
        BigDecimal paid = Amounts.NOTHING;
        Instant paidAt = null;
        for (SheetRow each : subOrders) {
            // The same on each of them: the last one tells it, and one that cannot be read is found.
            paid = each.paid(DUE, status);
            paidAt = each.timeOrNull(PAID_AT);
        }
        DouyinSubOrder.Refund refund = status == OrderStatus.REFUNDED
                ? new DouyinSubOrder.Refund(paid, false)
                : DouyinSubOrder.refund(
                        subOrders.stream()
                                .flatMap(each -> priced(each).stream())
                                .toList(),
                        paid,
                        paid.subtract(row.helpingAmount(POSTAGE)));
        return new IncomingOrder(
                        orderNo(row),
                        status,
                        row.has(SUBMITTED) || paidAt == null ? row.time(SUBMITTED) : paidAt,
                        paidAt,
                        paid,
                        refund.amount(),
                        BuyerDetails.NOTHING,
                        subOrders.stream().flatMap(r -> lines(r).stream()).toList(),
                        null)
                .withRefundUnknown(status.wasPaid() && refund.isUnknown());
    }

    /**
     * Where a file has a sub-order twice, the later row of it.
     *
     * @throws RejectedRowException if different ones stand under a number that a spreadsheet may have rounded
     */
    private static List<SheetRow> latest(List<SheetRow> rows) {
        Map<String, SheetRow> latest = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            String key = row.has(SUB_ORDER) ? row.text(SUB_ORDER) : "row " + row.number();
            SheetRow before = latest.put(key, row);
            if (before != null && isAnother(key, before, row)) {
                throw new RejectedRowException(SUB_ORDER.name(), key, ReasonCode.ROUNDED_ORDER_NUMBER.with());
            }
        }
        return List.copyOf(latest.values());
    }

    private static boolean isAnother(String subOrder, SheetRow before, SheetRow row) {
        return SheetRow.isScientific(subOrder)
                || RoundedNumbers.mayBe(subOrder)
                        && Stream.of(TITLE, SKU, QUANTITY, PRICE)
                                .anyMatch(column -> !row.text(column).equals(before.text(column)));
    }

    /** An order is refunded or closed when all of its sub-orders are; else it is as far as the last of the others. */
    private static OrderStatus status(List<SheetRow> subOrders) {
        List<OrderStatus> states = subOrders.stream().map(DouyinFormat::status).toList();
        return states.stream()
                .filter(state -> state != OrderStatus.REFUNDED && state != OrderStatus.CLOSED)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> states.stream().min(Comparator.naturalOrder()).orElseThrow());
    }

    private static OrderStatus status(SheetRow row) {
        OrderStatus word = row.status(STATUS, STATUSES, DUE, SUBMITTED, PAID_AT);
        boolean wasPaidAndClosed = word == OrderStatus.CLOSED && row.has(PAID_AT);
        return isRefunded(row) || wasPaidAndClosed ? OrderStatus.REFUNDED : word;
    }

    /** In the layout with joined sub-orders there may be a word for each of them. */
    private static boolean isRefunded(SheetRow row) {
        return Arrays.stream(parts(row, AFTER_SALES)).allMatch(DouyinFormat::isRefunded);
    }

    private static boolean isRefunded(String word) {
        return money(word) == Money.REFUNDED;
    }

    private static Money money(String word) {
        return switch (AfterSales.of(word)) {
            case KEPT -> Money.KEPT;
            case REFUNDED -> Money.REFUNDED;
            case PARTLY_REFUNDED, UNKNOWN -> Money.PARTLY_REFUNDED;
        };
    }

    /** Of what is joined in another number of parts nobody knows which belongs to which. */
    private static List<DouyinSubOrder> priced(SheetRow row) {
        String[] words = parts(row, AFTER_SALES);
        String[] prices = parts(row, PRICE);
        String[] amounts = parts(row, AMOUNT);
        String[] quantities = parts(row, QUANTITY);
        int count = Math.max(words.length, quantities.length);
        List<DouyinSubOrder> priced = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            priced.add(new DouyinSubOrder(
                    words.length == 1 || words.length == count ? money(words[words.length == 1 ? 0 : i]) : money(words),
                    quantities.length == count ? SheetRow.quantityOrNull(quantities[i]) : null,
                    prices.length == count ? row.priceOrNull(prices[i]) : null,
                    amounts.length == count ? row.priceOrNull(amounts[i]) : null));
        }
        return priced;
    }

    private static Money money(String[] words) {
        return Arrays.stream(words).allMatch(word -> money(word) == Money.KEPT) ? Money.KEPT : Money.PARTLY_REFUNDED;
    }

    /** The amount of one article is its price. */
    private static BigDecimal price(SheetRow row) {
        BigDecimal price = row.priceOrNull(PRICE);
        return price == null && row.text(QUANTITY).equals("1") ? row.priceOrNull(AMOUNT) : price;
    }

    private static String[] parts(SheetRow row, Column column) {
        return JOINED.split(row.text(column), -1);
    }

    private static List<IncomingLine> lines(SheetRow row) {
        if (!row.has(TITLE)) {
            return List.of();
        }
        String[] titles = JOINED.split(row.text(TITLE));
        String[] ids = JOINED.split(row.text(SUB_ORDER));
        if (ids.length < 2 || titles.length != ids.length) {
            return List.of(new IncomingLine(row.text(TITLE), row.text(SKU), row.quantityOrNull(QUANTITY), price(row)));
        }
        String[] codes = parts(row, SKU);
        String[] quantities = parts(row, QUANTITY);
        String[] prices = parts(row, PRICE);
        return IntStream.range(0, titles.length)
                .mapToObj(i -> new IncomingLine(
                        titles[i],
                        codes.length == ids.length ? codes[i] : null,
                        quantities.length == ids.length ? SheetRow.quantityOrNull(quantities[i]) : null,
                        prices.length == ids.length ? row.priceOrNull(prices[i]) : null))
                .toList();
    }
}
