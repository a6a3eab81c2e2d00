package io.siyu.order.file.format;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.Contacts;
import io.siyu.order.OrderStatus;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.OrderNumbers;
import io.siyu.order.file.cell.StatusWords;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingOrder;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Siyu's own format, for everything that no other fits; orders that come as JSON are read by it too. */
@Singleton
public final class GenericFormat implements OrderFormat {
    static final Column ORDER_NO = Column.required("order_no");
    static final Column BUYER = Column.optional("buyer_id");
    static final Column ORDERED_AT = Column.required("ordered_at");
    static final Column PAID_AT = Column.optional("paid_at");
    static final Column PAID = Column.required("paid_amount");
    static final Column REFUND = Column.optional("refund_amount");
    static final Column STATUS = Column.required("status");
    static final Column PHONE = Column.optional("phone");
    static final Column EMAIL = Column.optional("email");
    static final Column NAME = Column.optional("name");
    static final Column ADDRESS = Column.optional("address");
    static final Column UPDATED_AT = Column.optional("updated_at");
    /** First under the name that orders in JSON have for it. */
    private static final Column ORDER_CURRENCY = Column.optional(
            Stream.concat(Stream.of("currency"), CURRENCY.names().stream()).toArray(String[]::new));

    public static final List<Column> COLUMNS = List.of(
            ORDER_NO,
            BUYER,
            ORDERED_AT,
            PAID_AT,
            PAID,
            REFUND,
            STATUS,
            PHONE,
            EMAIL,
            NAME,
            ADDRESS,
            UPDATED_AT,
            ORDER_CURRENCY);

    private static final Predicate<String> NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#:/-]{0,63}")
            .asMatchPredicate()
            .or(OrderNumbers::isOne);

    private static final List<String> PARTS = List.of("PARTIAL", "PARTIALLY_REFUNDED");
    private static final StatusWords STATUSES = new StatusWords()
            .put(OrderStatus.UNPAID, "UNPAID", "PENDING")
            .put(OrderStatus.PAID, "PAID")
            .put(OrderStatus.SHIPPED, "SHIPPED")
            .put(OrderStatus.COMPLETED, "COMPLETED")
            .put(OrderStatus.COMPLETED, PARTS.toArray(String[]::new))
            .put(OrderStatus.REFUNDED, "REFUNDED")
            .put(OrderStatus.CLOSED, "CLOSED")
            .put(OrderStatus.CANCELLED, "CANCELLED", "CANCELED");

    @Override
    public String code() {
        return "generic";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Column currencyColumn() {
        return ORDER_CURRENCY;
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
        return List.of(ORDERED_AT, BUYER, PHONE, EMAIL);
    }

    @Override
    public String orderNo(SheetRow row) {
        return row.orderNo(ORDER_NO, NUMBER);
    }

    @Override
    public IncomingOrder read(List<SheetRow> rows) {
        SheetRow row = rows.get(0);
        OrderStatus status = row.status(STATUS, STATUSES, PAID, ORDERED_AT);
        BigDecimal paid = row.paid(PAID, status);
        BigDecimal refund = row.amountOr(REFUND, status == OrderStatus.REFUNDED ? paid : Amounts.NOTHING);
        BuyerDetails buyer = new BuyerDetails(
                row.platformIdOrNull(BUYER),
                row.phoneOrNull(PHONE),
                Contacts.email(row.text(EMAIL)),
                row.text(NAME),
                row.text(ADDRESS));
        return new IncomingOrder(
                        orderNo(row),
                        status,
                        row.time(ORDERED_AT),
                        row.timeOrNull(PAID_AT),
                        paid,
                        refund,
                        row.known(buyer, PHONE),
                        List.of(),
                        row.timeOrNull(UPDATED_AT))
                .withRefundUnknown(refund.signum() == 0 && paid.signum() > 0 && isPart(row));
    }

    private static boolean isPart(SheetRow row) {
        String word = row.text(STATUS);
        return PARTS.stream().anyMatch(word::equalsIgnoreCase);
    }
}
