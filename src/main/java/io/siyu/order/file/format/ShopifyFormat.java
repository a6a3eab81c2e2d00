package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.Contacts;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.row.RejectedRowException;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingLine;
import io.siyu.order.incoming.IncomingOrder;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shopify's order export: one row a line item, what concerns the order on its first row only. The order number is the
 * Name without its #, which is what the seller sees and what webhooks carry.
 */
@Singleton
public final class ShopifyFormat implements OrderFormat {
    private static final Column NAME = Column.required("Name");
    private static final Column STATUS = Column.required("Financial Status");
    private static final Column CREATED = Column.required("Created at");
    private static final Column TOTAL = Column.required("Total");
    private static final Column PAID_AT = Column.optional("Paid at");
    private static final Column CANCELLED = Column.optional("Cancelled at");
    private static final Column FULFILLMENT = Column.optional("Fulfillment Status");
    private static final Column REFUNDED = Column.optional("Refunded Amount");
    private static final Column OUTSTANDING = Column.optional("Outstanding Balance");
    private static final Column EMAIL = Column.optional("Email");
    private static final Column PHONE = Column.optional("Phone");
    private static final Column BILLING_PHONE = Column.optional("Billing Phone");
    private static final Column SHIPPING_PHONE = Column.optional("Shipping Phone");
    private static final Column SHIPPING_NAME = Column.optional("Shipping Name");
    private static final Column BILLING_NAME = Column.optional("Billing Name");
    private static final Column ADDRESS = Column.optional("Shipping Address1");
    private static final Column LINE_TITLE = Column.required("Lineitem name");
    private static final Column LINE_SKU = Column.optional("Lineitem sku");
    private static final Column LINE_QUANTITY = Column.optional("Lineitem quantity");
    private static final Column LINE_PRICE = Column.optional("Lineitem price");
    private static final Column ID = Column.optional("Id");
    private static final Column GATEWAY = Column.optional("Payment Method");
    private static final int MOST_DIGITS_OF_ID = 20;

    @Override
    public String code() {
        return "shopify";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                NAME,
                STATUS,
                CREATED,
                TOTAL,
                PAID_AT,
                CANCELLED,
                FULFILLMENT,
                REFUNDED,
                OUTSTANDING,
                EMAIL,
                PHONE,
                BILLING_PHONE,
                SHIPPING_PHONE,
                SHIPPING_NAME,
                BILLING_NAME,
                ADDRESS,
                LINE_TITLE,
                LINE_SKU,
                LINE_QUANTITY,
                LINE_PRICE,
                ID,
                GATEWAY,
                CURRENCY);
    }

    @Override
    public Column numberColumn() {
        return NAME;
    }

    /** An article's title may be any text. */
    @Override
    public boolean showsShifts() {
        return false;
    }

    @Override
    public boolean manyRowsAnOrder() {
        return true;
    }

    @Override
    public String orderNo(SheetRow row) {
        return ShopifyRules.number(row.orderNo(NAME, ShopifyRules.NAME)).orElseThrow();
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        List<SheetRow> latest = latest(rows);
        SheetRow first =
                latest.stream().filter(row -> row.has(STATUS)).findFirst().orElse(rows.get(0));
        if (!first.has(STATUS) && !first.has(TOTAL)) {
            throw new RejectedRowException(STATUS.name(), null, ReasonCode.ORDER_ROW_MISSING.with());
        }
        refuseTest(first);
        OrderStatus money = first.status(STATUS, ShopifyRules.STATUSES);
        OrderStatus status = ShopifyRules.status(money, first.has(CANCELLED), first.text(FULFILLMENT));
        BigDecimal total = first.paid(TOTAL, status);
        BigDecimal owed = first.signedAmountOr(OUTSTANDING, BigDecimal.ZERO);
        BigDecimal paid = ShopifyRules.paid(first.text(STATUS), total, total, BigDecimal.ZERO, owed);
        // Refunded in full without an amount happens in old exports.
        BigDecimal refund = first.amountOr(REFUNDED, status == OrderStatus.REFUNDED ? paid : Amounts.NOTHING);
        return new IncomingOrder(
                        orderNo(first),
                        status,
                        first.time(CREATED),
                        first.timeOrNull(PAID_AT),
                        paid,
                        refund,
                        buyer(first),
                        latest.stream()
                                .filter(row -> row.has(LINE_TITLE))
                                .map(ShopifyFormat::line)
                                .toList(),
                        null)
                .withExternalId(id(first))
                .withRefundUnknown(ShopifyRules.isPartUntold(first.text(STATUS), refund));
    }

    /** What webhooks call the order by; a spreadsheet rounds it. */
    private static String id(SheetRow row) {
        String id = row.text(ID);
        return Cells.isDigits(id, 1, MOST_DIGITS_OF_ID) ? id : null;
    }

    /** The row with the amounts tells the id; the others follow it, or go before it where the file was turned round. */
    @Override
    public List<List<SheetRow>> apart(List<SheetRow> rows) {
        Map<String, List<SheetRow>> orders = new LinkedHashMap<>();
        String last = rows.stream()
                .map(ShopifyFormat::id)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        for (SheetRow row : rows) {
            last = id(row) == null ? last : id(row);
            orders.computeIfAbsent(last, any -> new ArrayList<>()).add(row);
        }
        return List.copyOf(orders.values());
    }

    /** A file of several exports may have the order several times; each begins with the row that has a status. */
    private static List<SheetRow> latest(List<SheetRow> rows) {
        int starts = 0;
        int start = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).has(STATUS)) {
                starts++;
                start = i;
            }
        }
        return starts > 1 ? rows.subList(start, rows.size()) : rows;
    }

    private static void refuseTest(SheetRow row) {
        if (ShopifyRules.isTest(row.text(GATEWAY))) {
            throw row.rejected(GATEWAY, null, ReasonCode.TEST_ONLY);
        }
    }

    private static BuyerDetails buyer(SheetRow row) {
        String phone = row.phoneOrNull(PHONE, BILLING_PHONE, SHIPPING_PHONE);
        String name = row.has(SHIPPING_NAME) ? row.text(SHIPPING_NAME) : row.text(BILLING_NAME);
        BuyerDetails buyer = new BuyerDetails(null, phone, Contacts.email(row.text(EMAIL)), name, row.text(ADDRESS));
        return row.known(buyer, PHONE, BILLING_PHONE, SHIPPING_PHONE);
    }

    private static IncomingLine line(SheetRow row) {
        return new IncomingLine(
                row.text(LINE_TITLE),
                row.text(LINE_SKU),
                row.quantityOrNull(LINE_QUANTITY),
                row.priceOrNull(LINE_PRICE));
    }
}
