package io.siyu.webhook.payload;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.OrderStatus;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.OrderNumbers;
import io.siyu.order.incoming.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** WooCommerce's orders. Each payload but that of a deletion is the whole order, with all its refunds. */
public final class WooCommerceReader implements HookReader {
    @Override
    public WebhookEvent read(HookMessage message) {
        return switch (message.topic()) {
            case "order.created", "order.updated" -> order(Fields.of(message), message, null);
            // The modification may lie before the deletion, which has no time but that of its arrival.
            case "order.restored" -> order(Fields.of(message), message, message.receivedAt());
            case "order.deleted" -> gone(Fields.of(message), message);
            case "" -> throw new UnreadableHookException(ReasonCode.NO_TOPIC);
            default -> new WebhookEvent.Nothing(ReasonCode.NOT_KEPT.with());
        };
    }

    /** @param notBefore the time that the order speaks of at least, null if its own is enough */
    private static WebhookEvent.Order order(Fields order, HookMessage message, Instant notBefore) {
        if (order.has("currency") && !message.shop().isIn(order.text("currency"))) {
            throw new UnreadableHookException(ReasonCode.OTHER_CURRENCY);
        }
        ZoneId zone = message.shop().zone();
        Instant paidAt = time(order, "date_paid", zone);
        BigDecimal total = total(order);
        Instant asOf = asOf(order, message, notBefore);
        List<WebhookEvent.Refund> refunds = refunds(order, asOf);
        BigDecimal refunded =
                refunds.stream().map(WebhookEvent.Refund::amount).reduce(Amounts.NOTHING, BigDecimal::add);
        WooCommerceStatus status = WooCommerceStatus.of(order, message.shop().ownStatuses(), paidAt, total, refunded);
        BigDecimal paid = status.hasPaid(paidAt) ? total : Amounts.NOTHING;
        Instant created = time(order, "date_created", zone);
        if (created == null) {
            throw new UnreadableHookException(ReasonCode.FIELD_MISSING, "date_created_gmt");
        }
        IncomingOrder incoming = new IncomingOrder(
                number(order),
                status.status(),
                created,
                paidAt,
                paid,
                // The word alone says so where the money went back by other ways.
                status.status() == OrderStatus.REFUNDED && refunded.signum() == 0 ? paid : refunded,
                buyer(order),
                order.list("line_items").stream()
                        .filter(line -> line.has("name"))
                        .map(HookedLines::wooCommerce)
                        .toList(),
                asOf);
        return new WebhookEvent.Order(
                order.id("id"), incoming, refunds, true, refunds.size(), paidAt, note(order, status));
    }

    /** Deletions name nothing but the order. The topic is not signed: no order is to be deleted by its own words. */
    private static WebhookEvent.Gone gone(Fields deletion, HookMessage message) {
        if (deletion.has("total")) {
            throw new UnreadableHookException(ReasonCode.ORDER_AND_NO_DELETION);
        }
        return new WebhookEvent.Gone(deletion.id("id"), message.asOf(), null);
    }

    /** A number is but a name: an order without one that can be kept goes by its id. */
    private static String number(Fields order) {
        return OrderNumbers.isOne(order.text("number")) ? order.text("number") : order.id("id");
    }

    private static Reason note(Fields order, WooCommerceStatus status) {
        boolean isOtherwise = order.has("number") && !OrderNumbers.isOne(order.text("number"));
        return isOtherwise ? ReasonCode.NUMBER_NOT_KEPT.with("number") : status.note();
    }

    /** What is to be paid. */
    private static BigDecimal total(Fields order) {
        BigDecimal total = order.amount("total");
        if (total.signum() < 0) {
            throw new UnreadableHookException(ReasonCode.NEGATIVE_TOTAL);
        }
        return total;
    }

    /** Refunds are negative totals; rounded so that their sum is the rounded sum. */
    private static List<WebhookEvent.Refund> refunds(Fields order, Instant asOf) {
        List<WebhookEvent.Refund> refunds = new ArrayList<>();
        RunningSum sum = new RunningSum();
        for (Fields refund : order.list("refunds")) {
            BigDecimal amount = sum.add(refund, refund.exactAmount("total").abs());
            String id = refund.has("id") ? refund.id("id") : "no id " + refunds.size();
            refunds.add(new WebhookEvent.Refund(id, amount, WebhookEvent.Refund.Stage.DONE, asOf));
        }
        return refunds;
    }

    private static Instant asOf(Fields order, HookMessage message, Instant notBefore) {
        Instant modified = time(order, "date_modified", message.shop().zone());
        Instant known = modified == null ? message.asOf() : modified;
        return notBefore != null && notBefore.isAfter(known) ? notBefore : known;
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
