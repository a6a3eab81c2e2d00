package io.siyu.order.file;

import io.siyu.buyer.BuyerDetails;
import io.siyu.order.Exclusion;
import io.siyu.order.OrderStatus;
import io.siyu.platform.time.UtcText;

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
        Instant sourceAt) {
    private static final char SEPARATOR = '\u001f';
    private static final int USUAL_LENGTH = 600;

    public IncomingOrder {
        lines = List.copyOf(lines);
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

    /**
     * All that the order says, in one text: two orders with the same content are the same. The hash of this very text is
     * stored: written otherwise, all orders would look changed when they come again.
     */
    public String content() {
        StringBuilder content = new StringBuilder(USUAL_LENGTH);
        content.append(orderNo).append(SEPARATOR).append(status).append(SEPARATOR);
        content.append(UtcText.of(createdAt)).append(SEPARATOR);
        content.append(UtcText.of(paidAt)).append(SEPARATOR);
        content.append(paid.toPlainString()).append(SEPARATOR);
        content.append(refund.toPlainString()).append(SEPARATOR);
        content.append(buyer.platformId()).append(SEPARATOR);
        content.append(buyer.phone()).append(SEPARATOR);
        content.append(buyer.email()).append(SEPARATOR);
        content.append(buyer.name()).append(SEPARATOR);
        content.append(buyer.address()).append(SEPARATOR);
        for (IncomingLine line : lines) {
            line.appendTo(content);
            content.append(SEPARATOR);
        }
        return content.toString();
    }

    public IncomingOrder withLines(List<IncomingLine> newLines) {
        return new IncomingOrder(orderNo, status, createdAt, paidAt, paid, refund, buyer, newLines, sourceAt);
    }

    public IncomingOrder asOf(Instant time) {
        return sourceAt != null
                ? this
                : new IncomingOrder(orderNo, status, createdAt, paidAt, paid, refund, buyer, lines, time);
    }
}
