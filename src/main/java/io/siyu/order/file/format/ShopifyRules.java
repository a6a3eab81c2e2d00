package io.siyu.order.file.format;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.OrderNumbers;
import io.siyu.order.file.cell.StatusWords;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How Shopify's orders are judged, whether an export or a webhook tells of them. */
public final class ShopifyRules {
    /** Names begin with what the shop chose, which is this sign if it chose nothing. */
    private static final String MARK = "#";

    private static final String VOIDED = "voided";

    static final StatusWords STATUSES = new StatusWords()
            .put(OrderStatus.UNPAID, "pending", "authorized", "expired", "unpaid")
            .put(OrderStatus.PAID, "paid", "partially_paid", "partially_refunded")
            .put(OrderStatus.REFUNDED, "refunded")
            .put(OrderStatus.CANCELLED, VOIDED);

    static final Predicate<String> NAME =
            name -> OrderNumbers.isOne(name.startsWith(MARK) ? name.substring(MARK.length()) : name);

    private ShopifyRules() {}

    /** The number that the seller sees; empty if the name is none. */
    public static Optional<String> number(String name) {
        return Optional.of(name.startsWith(MARK) ? name.substring(MARK.length()) : name)
                .filter(OrderNumbers::isOne);
    }

    /** What the word for the money says, or nothing if Shopify has no such word. */
    public static Optional<OrderStatus> money(String financialStatus) {
        return STATUSES.find(financialStatus);
    }

    public static OrderStatus status(OrderStatus money, boolean isCancelled, String fulfillment) {
        if (isCancelled && money != OrderStatus.REFUNDED) {
            return OrderStatus.CANCELLED;
        }
        boolean isFulfilled = fulfillment.equalsIgnoreCase("fulfilled");
        return money == OrderStatus.PAID && isFulfilled ? OrderStatus.COMPLETED : money;
    }

    /**
     * What the buyer paid before refunds. What is owed still was not paid; it is less than nothing where the shop owes the
     * buyer, or by a cent of rounding. Where the figures do not agree, nobody paid more than the order came to, nor less
     * than nothing.
     *
     * @param now what the order comes to now, after removals and refunds
     * @param total what it came to at first
     */
    public static BigDecimal paid(
            String financialStatus, BigDecimal now, BigDecimal total, BigDecimal wentBack, BigDecimal owed) {
        boolean hasPaid = !financialStatus.toLowerCase(Locale.ROOT).equals(VOIDED)
                && money(financialStatus).filter(OrderStatus.UNPAID::equals).isEmpty();
        return hasPaid ? now.add(wentBack).subtract(owed).min(total.max(now)).max(Amounts.NOTHING) : Amounts.NOTHING;
    }

    /** Whether something went back that no amount is told of. */
    public static boolean isPartUntold(String financialStatus, BigDecimal wentBack) {
        return financialStatus.equalsIgnoreCase("partially_refunded") && wentBack.signum() == 0;
    }

    /** Whether the order was placed to try the shop out, without anybody's money. */
    public static boolean isTest(String gateway) {
        return gateway.toLowerCase(Locale.ROOT).contains("bogus");
    }
}
