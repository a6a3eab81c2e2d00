package io.siyu.support;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One order of {@link MadeOrders}.
 *
 * @param buyer counted from 0
 * @param paidAt null if it was never paid
 * @param paid in cents, before refunds; so refund
 */
public record MadeOrder(
        long number,
        int buyer,
        State state,
        LocalDateTime createdAt,
        LocalDateTime paidAt,
        long paid,
        long refund,
        List<String> titles,
        int quantity) {

    /** What became of it. */
    public enum State {
        UNPAID("等待买家付款", "订单未关闭"),
        CLOSED("交易关闭", "买家未付款"),
        REFUNDED("交易关闭", "退款"),
        PARTIAL("交易成功", "订单未关闭"),
        SHIPPED("卖家已发货，等待买家确认", "订单未关闭"),
        COMPLETED("交易成功", "订单未关闭");

        final String word;
        final String closingReason;

        State(String word, String closingReason) {
            this.word = word;
            this.closingReason = closingReason;
        }
    }

    public boolean isCounted() {
        return paidAt != null && state != State.REFUNDED;
    }

    public long net() {
        return paid - refund;
    }

    public LocalDate day() {
        return (paidAt == null ? createdAt : paidAt).toLocalDate();
    }
}
