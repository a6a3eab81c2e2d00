package io.siyu.webhook.payload;

import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Amounts;
import io.siyu.webhook.payload.WebhookEvent.Refund.Stage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What went back to the buyer by a refund of Shopify: its successful transactions, in the shop's currency. */
final class ShopifyRefund {
    private static final int RATE_DECIMALS = 12;

    private ShopifyRefund() {}

    /**
     * @param sum of the refunds before it that are told together with it
     * @param rate shop's money for one of the buyer's, null where it is not known
     * @param at the time as of which it is told
     */
    static WebhookEvent.Refund read(Fields refund, RunningSum sum, BigDecimal rate, Instant at) {
        BigDecimal amount = Amounts.NOTHING;
        Stage stage = Stage.ON_ITS_WAY;
        for (Fields transaction : transactions(refund)) {
            Stage its = stage(transaction.text("status").toLowerCase(Locale.ROOT));
            stage = its.compareTo(stage) > 0 ? its : stage;
            amount = its == Stage.DONE ? amount.add(amount(transaction, rate)) : amount;
        }
        return new WebhookEvent.Refund(refund.id("id"), sum.add(refund, amount), stage, at);
    }

    /** Whether it is of an order that was placed to try the shop out. */
    static boolean isTest(Fields refund) {
        return transactions(refund).stream()
                .anyMatch(transaction -> transaction.text("test").equals("true"));
    }

    private static List<Fields> transactions(Fields refund) {
        return refund.list("transactions").stream()
                .filter(transaction -> transaction.text("kind").equalsIgnoreCase("refund"))
                .toList();
    }

    private static Stage stage(String status) {
        return switch (status) {
            case "success" -> Stage.DONE;
            case "failure", "error" -> Stage.FAILED;
            default -> Stage.ON_ITS_WAY;
        };
    }

    /** From a set that names one sum in both currencies; null if it does not. */
    static BigDecimal rate(Fields set) {
        BigDecimal shop = set.child("shop_money").amountOr("amount", Amounts.NOTHING);
        BigDecimal buyers = set.child("presentment_money").amountOr("amount", Amounts.NOTHING);
        return shop.signum() <= 0 || buyers.signum() <= 0
                ? null
                : shop.divide(buyers, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Where a shop sells in several currencies, transactions are in the buyer's. */
    private static BigDecimal amount(Fields transaction, BigDecimal rate) {
        IntakeTerms terms = transaction.terms();
        BigDecimal amount = transaction.exactAmount("amount");
        if (amount.signum() < 0) {
            throw new UnreadableHookException(ReasonCode.NEGATIVE_REFUND);
        }
        if (!transaction.has("currency") || terms.isIn(transaction.text("currency"))) {
            return amount;
        }
        Fields inShop = transaction.child("amount_set").child("shop_money");
        if (terms.isIn(inShop.text("currency_code"))) {
            return inShop.exactAmount("amount");
        }
        if (rate == null) {
            throw new UnreadableHookException(ReasonCode.REFUND_WITHOUT_RATE);
        }
        return amount.multiply(rate);
    }
}
