package io.siyu.webhook.payload;

import io.siyu.order.OrderStatus;
import io.siyu.order.OwnStatusWords;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The state of an order of WooCommerce. Programs beside it bring words of their own; by what the shop says of one, or else
 * by what the order says of its payment, it is known as well.
 *
 * @param note that the word is nobody's but the shop's, and what was made of it; null for WooCommerce's own
 */
record WooCommerceStatus(OrderStatus status, Reason note) {
    private static final String PREFIX = "wc-";
    /** Plugins write what they like; anything longer is no word for a state. */
    private static final Pattern WORD = Pattern.compile("[^\\p{C}]{1,60}");

    /** Processing is paid and not sent; on hold waits for a payment; what is in the trash counts as little as deleted. */
    private static final Map<String, OrderStatus> WORDS = Map.of(
            "checkout-draft", OrderStatus.UNPAID,
            "auto-draft", OrderStatus.UNPAID,
            "pending", OrderStatus.UNPAID,
            "on-hold", OrderStatus.UNPAID,
            "failed", OrderStatus.UNPAID,
            "processing", OrderStatus.PAID,
            "completed", OrderStatus.COMPLETED,
            "refunded", OrderStatus.REFUNDED,
            "cancelled", OrderStatus.CANCELLED,
            "trash", OrderStatus.CANCELLED);

    static WooCommerceStatus of(
            Fields order, OwnStatusWords own, Instant paidAt, BigDecimal total, BigDecimal refunded) {
        String text = order.requiredText("status").toLowerCase(Locale.ROOT);
        String word = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        OrderStatus said = own.find(word).orElse(WORDS.get(word));
        if (said != null) {
            return new WooCommerceStatus(said, null);
        }
        if (!WORD.matcher(word).matches()) {
            throw new UnreadableHookException(ReasonCode.FIELD_NO_STATUS_OF, "status", "WooCommerce");
        }
        OrderStatus judged = judged(paidAt != null, order.has("date_completed_gmt"), total, refunded);
        return new WooCommerceStatus(judged, ReasonCode.STATUS_JUDGED.with(word, judged));
    }

    private static OrderStatus judged(boolean isPaid, boolean isCompleted, BigDecimal total, BigDecimal refunded) {
        if (total.signum() > 0 && refunded.compareTo(total) >= 0) {
            return OrderStatus.REFUNDED;
        }
        if (isCompleted) {
            return OrderStatus.COMPLETED;
        }
        return isPaid ? OrderStatus.PAID : OrderStatus.UNPAID;
    }

    /** It was paid if there is a payment date or a status that says so. */
    boolean hasPaid(Instant paidAt) {
        return switch (status) {
            case PAID, SHIPPED, COMPLETED, REFUNDED -> true;
            case UNPAID, CLOSED, CANCELLED -> paidAt != null;
        };
    }
}
