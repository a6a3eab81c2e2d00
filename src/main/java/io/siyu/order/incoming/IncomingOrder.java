package io.siyu.order.incoming;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.order.Exclusion;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * An order as every format is brought to.
 *
 * @param paidAt null where the export gives none
 * @param paid what the buyer paid, before refunds, in the shop's currency
 * @param refund what went back
 * @param sourceAt the time as of which the source speaks, null where it does not say
 * @param externalId the platform's own id of the order, null where it is the number or the source does not tell it
 * @param refundUnknown whether something went back that the source gives no amount of, so that {@code refund} lacks it
 */
public record IncomingOrder(
        String orderNo,
        OrderStatus status,
        Instant createdAt,
        Instant paidAt,
        BigDecimal paid,
        BigDecimal refund,
        BuyerDetails buyer,
        List<IncomingLine> lines,
        Instant sourceAt,
        String externalId,
        boolean refundUnknown) {
    public IncomingOrder {
        lines = List.copyOf(lines);
    }

    /** One of which a refund without an amount is not told, nor an id beside the number. */
    public IncomingOrder(
            String orderNo,
            OrderStatus status,
            Instant createdAt,
            Instant paidAt,
            BigDecimal paid,
            BigDecimal refund,
            BuyerDetails buyer,
            List<IncomingLine> lines,
            Instant sourceAt) {
        this(orderNo, status, createdAt, paidAt, paid, refund, buyer, lines, sourceAt, null, false);
    }

    /** The order's day: that of its payment, or of its creation where no payment time is known. */
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(paidAt == null ? createdAt : paidAt, zone);
    }

    public BigDecimal net() {
        return paid.subtract(refund).max(BigDecimal.ZERO);
    }

    /**
     * Why the order does not count, or null if it does.
     *
     * @param minimum the least net amount that counts
     */
    public Exclusion exclusion(BigDecimal minimum) {
        return Exclusion.of(status, paid, refund, minimum);
    }

    public IncomingOrder withNumber(String number) {
        return number.equals(orderNo) ? this : with(number, paidAt, lines, sourceAt, externalId, refundUnknown);
    }

    public IncomingOrder withLines(List<IncomingLine> newLines) {
        return with(orderNo, paidAt, newLines, sourceAt, externalId, refundUnknown);
    }

    public IncomingOrder withPaidAt(Instant time) {
        return with(orderNo, time, lines, sourceAt, externalId, refundUnknown);
    }

    public IncomingOrder asOf(Instant time) {
        return sourceAt != null ? this : with(orderNo, paidAt, lines, time, externalId, refundUnknown);
    }

    public IncomingOrder withExternalId(String id) {
        return with(orderNo, paidAt, lines, sourceAt, id, refundUnknown);
    }

    public IncomingOrder withRefundUnknown(boolean isUnknown) {
        return isUnknown == refundUnknown ? this : with(orderNo, paidAt, lines, sourceAt, externalId, isUnknown);
    }

    private IncomingOrder with(
            String no, Instant paidTime, List<IncomingLine> items, Instant asOf, String id, boolean isRefundUnknown) {
        return new IncomingOrder(
                no, status, createdAt, paidTime, paid, refund, buyer, items, asOf, id, isRefundUnknown);
    }

    /** The order with what else is known to have become of it. */
    public IncomingOrder after(OrderStatus reached, Instant paidTime, BigDecimal wentBack, Instant asOf) {
        boolean isUnknown = refundUnknown && wentBack.compareTo(refund) <= 0;
        return new IncomingOrder(
                orderNo, reached, createdAt, paidTime, paid, wentBack, buyer, lines, asOf, externalId, isUnknown);
    }

    /** What the source leaves open, or null. */
    public ReasonCode warning() {
        if (!refundUnknown) {
            return null;
        }
        return status == OrderStatus.REFUNDED ? ReasonCode.REFUND_TAKEN_FOR_ALL : ReasonCode.REFUND_WITHOUT_AMOUNT;
    }
}
