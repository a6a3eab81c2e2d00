package io.siyu.webhook.payload;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.IntakeTerms;
import io.siyu.order.OrderStatus;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.format.ShopifyRules;
import io.siyu.order.incoming.IncomingOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Shopify's orders and refunds. By the rules of its order export, and under the same number (the Name without its #),
 * so that a file and webhooks tell of one order.
 */
public final class ShopifyReader implements HookReader {
    @Override
    public WebhookEvent read(HookMessage message) {
        return switch (message.topic()) {
            case "orders/create",
                    "orders/updated",
                    "orders/paid",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled" -> order(Fields.of(message), message);
            case "refunds/create" -> refunded(Fields.of(message), message);
            case "orders/delete" -> gone(Fields.of(message), message);
            case "orders/edited" -> new WebhookEvent.Nothing(ReasonCode.EDIT_ONLY.with());
            case "" -> throw new UnreadableHookException(ReasonCode.NO_TOPIC);
            default -> new WebhookEvent.Nothing(ReasonCode.NOT_KEPT.with());
        };
    }

    private static WebhookEvent order(Fields order, HookMessage message) {
        IntakeTerms terms = message.shop();
        if (order.text("test").equals("true") || ShopifyRules.isTest(order.text("gateway"))) {
            // An export may have brought it, which need not say so.
            return new WebhookEvent.Gone(order.id("id"), asOf(order, message), ReasonCode.TEST_ONLY.with());
        }
        if (order.has("currency") && !terms.isIn(order.text("currency"))) {
            throw new UnreadableHookException(ReasonCode.OTHER_CURRENCY);
        }
        Instant asOf = asOf(order, message);
        BigDecimal rate = ShopifyRefund.rate(order.child("total_price_set"));
        RunningSum sum = new RunningSum();
        List<WebhookEvent.Refund> refunds = order.list("refunds").stream()
                .map(refund -> ShopifyRefund.read(refund, sum, rate, asOf))
                .toList();
        BigDecimal wentBack =
                refunds.stream().map(WebhookEvent.Refund::amount).reduce(Amounts.NOTHING, BigDecimal::add);
        OrderStatus status = status(order);
        BigDecimal paid = paid(order, wentBack);
        // Refunded in full without a transaction happens where the money went back outside of Shopify.
        boolean isUntold = status == OrderStatus.REFUNDED && wentBack.signum() == 0;
        IncomingOrder incoming = new IncomingOrder(
                        number(order),
                        status,
                        order.time("created_at", terms.zone()),
                        null,
                        paid,
                        isUntold ? paid : wentBack,
                        buyer(order),
                        order.list("line_items").stream()
                                .filter(line -> line.has("title") || line.has("name"))
                                .map(HookedLines::shopify)
                                .toList(),
                        asOf)
                .withRefundUnknown(ShopifyRules.isPartUntold(order.text("financial_status"), wentBack));
        // Orders carry no time of payment, but one is told of at its payment.
        Instant paidAt = message.topic().equals("orders/paid") ? asOf : null;
        return new WebhookEvent.Order(order.id("id"), incoming, refunds, false, refunds.size(), paidAt, note(order));
    }

    private static WebhookEvent refunded(Fields refund, HookMessage message) {
        if (ShopifyRefund.isTest(refund)) {
            return new WebhookEvent.Nothing(ReasonCode.TEST_ONLY.with());
        }
        BigDecimal rate = refund.list("refund_line_items").stream()
                .map(line -> ShopifyRefund.rate(line.child("subtotal_set")))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        Instant created = refund.timeOrNull("created_at", message.shop().zone());
        Instant at = created == null ? message.asOf() : created;
        return new WebhookEvent.Refunded(refund.id("order_id"), ShopifyRefund.read(refund, new RunningSum(), rate, at));
    }

    /** Deletions name nothing but the order. The topic is not signed: no order is to be deleted by its own words. */
    private static WebhookEvent.Gone gone(Fields deletion, HookMessage message) {
        if (deletion.has("total_price")) {
            throw new UnreadableHookException(ReasonCode.ORDER_AND_NO_DELETION);
        }
        return new WebhookEvent.Gone(deletion.id("id"), message.asOf(), null);
    }

    /** A number is but a name: an order without one that can be kept goes by its id. */
    private static String number(Fields order) {
        return ShopifyRules.number(name(order)).orElseGet(() -> order.id("id"));
    }

    private static Reason note(Fields order) {
        boolean isKept = ShopifyRules.number(name(order)).isPresent();
        return isKept ? null : ReasonCode.NUMBER_NOT_KEPT.with("name");
    }

    private static String name(Fields order) {
        return order.has("name") ? order.text("name") : order.requiredText("order_number");
    }

    private static OrderStatus status(Fields order) {
        return ShopifyRules.money(order.requiredText("financial_status"))
                .map(money -> ShopifyRules.status(money, order.has("cancelled_at"), order.text("fulfillment_status")))
                .orElseThrow(() ->
                        new UnreadableHookException(ReasonCode.FIELD_NO_STATUS_OF, "financial_status", "Shopify"));
    }

    /** Articles removed before they were paid are in the total but in nobody's payment. */
    private static BigDecimal paid(Fields order, BigDecimal wentBack) {
        BigDecimal total = order.amount("total_price");
        if (total.signum() < 0) {
            throw new UnreadableHookException(ReasonCode.NEGATIVE_TOTAL);
        }
        return ShopifyRules.paid(
                order.text("financial_status"),
                order.amountOr("current_total_price", total.subtract(wentBack)),
                total,
                wentBack,
                order.amountOr("total_outstanding", Amounts.NOTHING));
    }

    private static Instant asOf(Fields order, HookMessage message) {
        Instant updated = order.timeOrNull("updated_at", message.shop().zone());
        return updated == null ? message.asOf() : updated;
    }

    private static BuyerDetails buyer(Fields order) {
        Fields customer = order.child("customer");
        Fields billing = order.child("billing_address");
        Fields shipping = order.child("shipping_address");
        return new HookedBuyer()
                .knownAs(customer.text("id"))
                .phone(order.text("phone"))
                .phone(customer.text("phone"))
                .phone(billing.text("phone"))
                .phone(shipping.text("phone"))
                .email(order.text("email"))
                .email(order.text("contact_email"))
                .email(customer.text("email"))
                .name(shipping.text("name"))
                .name(shipping.text("first_name") + " " + shipping.text("last_name"))
                .name(billing.text("name"))
                .name(customer.text("first_name") + " " + customer.text("last_name"))
                .address(
                        shipping.text("address1"),
                        shipping.text("address2"),
                        shipping.text("zip"),
                        shipping.text("city"),
                        shipping.text("province"),
                        shipping.text("country"))
                .details();
    }
}
