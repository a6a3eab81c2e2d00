package io.siyu.order.file;

import io.siyu.buyer.BuyerDetails;
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

    public IncomingOrder(
            String orderNo,
            OrderStatus status,
            Instant createdAt,
            Instant paidAt,
            BigDecimal paid,
            BigDecimal refund,
            BuyerDetails buyer,
            List<IncomingLine> lines,
            Instant sourceAt,
            String externalId) {
        this(orderNo, status, createdAt, paidAt, paid, refund, buyer, lines, sourceAt, externalId, false);
    }

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
        this(orderNo, status, createdAt, paidAt, paid, refund, buyer, lines, sourceAt, null);
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
        return number.equals(orderNo)
                ? this
                : new IncomingOrder(
                        number, status, createdAt, paidAt, paid, refund, buyer, lines, sourceAt, externalId);
    }

    public IncomingOrder withLines(List<IncomingLine> newLines) {
        return new IncomingOrder(
                orderNo, status, createdAt, paidAt, paid, refund, buyer, newLines, sourceAt, externalId, refundUnknown);
    }

    public IncomingOrder withPaidAt(Instant time) {
        return new IncomingOrder(
                orderNo, status, createdAt, time, paid, refund, buyer, lines, sourceAt, externalId, refundUnknown);
    }

    public IncomingOrder asOf(Instant time) {
        return sourceAt != null
                ? this
                : new IncomingOrder(
                        orderNo,
                        status,
                        createdAt,
                        paidAt,
                        paid,
                        refund,
                        buyer,
                        lines,
                        time,
                        externalId,
                        refundUnknown);
    }

    IncomingOrder withExternalId(String id) {
        return new IncomingOrder(
                orderNo, status, createdAt, paidAt, paid, refund, buyer, lines, sourceAt, id, refundUnknown);
    }

    IncomingOrder withRefundUnknown(boolean isUnknown) {
        return isUnknown == refundUnknown
                ? this
                : new IncomingOrder(
                        orderNo,
                        status,
                        createdAt,
                        paidAt,
                        paid,
                        refund,
                        buyer,
                        lines,
                        sourceAt,
                        externalId,
                        isUnknown);
    }

    /** What the source leaves open, or null. */
    public ReasonCode warning() {
        if (!refundUnknown) {
            return null;
        }
        return status == OrderStatus.REFUNDED ? ReasonCode.REFUND_TAKEN_FOR_ALL : ReasonCode.REFUND_WITHOUT_AMOUNT;
    }
}
