package io.siyu.order.hook.payload;

import io.siyu.buyer.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** WooCommerce's orders. Each payload but that of a deletion is the whole order, with all its refunds. */
public final class WooCommerceReader implements HookReader {
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}#._/-]{1,63}");

    /** Processing is paid and not sent; on hold waits for a payment; what is in the trash counts as little as deleted. */
    private static final Map<String, OrderStatus> STATUSES = Map.of(
            "checkout-draft", OrderStatus.UNPAID,
            "pending", OrderStatus.UNPAID,
            "on-hold", OrderStatus.UNPAID,
            "failed", OrderStatus.UNPAID,
            "processing", OrderStatus.PAID,
            "completed", OrderStatus.COMPLETED,
            "refunded", OrderStatus.REFUNDED,
            "cancelled", OrderStatus.CANCELLED,
            "trash", OrderStatus.CANCELLED);

    @Override
    public Told read(HookMessage message) {
        return switch (message.topic()) {
            case "order.created", "order.updated" -> order(Fields.of(message), message, null);
            // The modification may lie before the deletion, which has no time but that of its arrival.
            case "order.restored" -> order(Fields.of(message), message, message.receivedAt());
            case "order.deleted" -> gone(Fields.of(message), message);
            case "" -> throw new UnreadableHookException(ReasonCode.NO_TOPIC);
            default -> new Told.Nothing(ReasonCode.NOT_KEPT.with());
        };
    }

    /** @param notBefore the time that the order speaks of at least, null if its own is enough */
    private static Told.Order order(Fields order, HookMessage message, Instant notBefore) {
        if (order.has("currency") && !message.shop().isIn(order.text("currency"))) {
            throw new UnreadableHookException(ReasonCode.OTHER_CURRENCY);
        }
        ZoneId zone = message.shop().zone();
        OrderStatus status = status(order);
        Instant paidAt = time(order, "date_paid", zone);
        BigDecimal paid = paid(order, status, paidAt);
        Instant created = time(order, "date_created", zone);
        if (created == null) {
            throw new UnreadableHookException(ReasonCode.FIELD_MISSING, "date_created_gmt");
        }
        IncomingOrder incoming = new IncomingOrder(
                number(order),
                status,
                created,
                paidAt,
                paid,
                refund(order, status, paid),
                buyer(order),
                order.list("line_items").stream()
                        .filter(line -> line.has("name"))
                        .map(HookedLines::wooCommerce)
                        .toList(),
                toldAt(order, message, notBefore));
        return new Told.Order(order.id("id"), incoming, List.of(), paidAt);
    }

    /** Deletions name nothing but the order. The topic is not signed: no order is to be deleted by its own words. */
    private static Told.Gone gone(Fields deletion, HookMessage message) {
        if (deletion.has("total")) {
            throw new UnreadableHookException(ReasonCode.ORDER_AND_NO_DELETION);
        }
        return new Told.Gone(deletion.id("id"), message.toldAt());
    }

    private static String number(Fields order) {
        String number = order.has("number") ? order.text("number") : order.id("id");
        if (!NUMBER.matcher(number).matches()) {
            throw new UnreadableHookException(ReasonCode.FIELD_NO_ORDER_NUMBER, "number");
        }
        return number;
    }

    private static OrderStatus status(Fields order) {
        String word = order.requiredText("status").toLowerCase(Locale.ROOT);
        OrderStatus status = STATUSES.get(word.startsWith("wc-") ? word.substring(3) : word);
        if (status == null) {
            throw new UnreadableHookException(ReasonCode.FIELD_NO_STATUS_OF, "status", "WooCommerce");
        }
        return status;
    }

    /** The total is what is to be paid; it was paid if there is a payment date or a status that says so. */
    private static BigDecimal paid(Fields order, OrderStatus status, Instant paidAt) {
        BigDecimal total = order.amount("total");
        if (total.signum() < 0) {
            throw new UnreadableHookException(ReasonCode.NEGATIVE_TOTAL);
        }
        boolean hasPaid =
                switch (status) {
                    case PAID, SHIPPED, COMPLETED, REFUNDED -> true;
                    case UNPAID, CLOSED, CANCELLED -> paidAt != null;
                };
        return hasPaid ? total : ZERO;
    }

    /** Refunds are negative totals. */
    private static BigDecimal refund(Fields order, OrderStatus status, BigDecimal paid) {
        BigDecimal sum =
                order.list("refunds").stream().map(r -> r.amount("total").abs()).reduce(ZERO, BigDecimal::add);
        return status == OrderStatus.REFUNDED && sum.signum() == 0 ? paid : sum;
    }

    private static Instant toldAt(Fields order, HookMessage message, Instant notBefore) {
        Instant modified = time(order, "date_modified", message.shop().zone());
        Instant told = modified == null ? message.toldAt() : modified;
        return notBefore != null && notBefore.isAfter(told) ? notBefore : told;
    }

    /** The one in UTC, or else the one in the zone of the site, which is the shop's. */
    private static Instant time(Fields order, String name, ZoneId zone) {
        Instant exact = order.timeOrNull(name + "_gmt", ZoneOffset.UTC);
        return exact == null ? order.timeOrNull(name, zone) : exact;
    }

    private static BuyerDetails buyer(Fields order) {
        Fields billing = order.child("billing");
        Fields shipping = order.child("shipping");
        return new HookedBuyer()
                .knownAs(order.text("customer_id"))
                .phone(billing.text("phone"))
                .phone(shipping.text("phone"))
                .email(billing.text("email"))
                .name(shipping.text("first_name") + " " + shipping.text("last_name"))
                .name(billing.text("first_name") + " " + billing.text("last_name"))
                .address(address(shipping.has("address_1") ? shipping : billing))
                .details();
    }

    private static String[] address(Fields at) {
        return new String[] {
            at.text("address_1"),
            at.text("address_2"),
            at.text("postcode"),
            at.text("city"),
            at.text("state"),
            at.text("country")
        };
    }
}
