package io.siyu.order.post;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * An order as JSON. Values are read by the rules of the generic file format, so a wrong one rejects the order and not
 * the batch.
 *
 * @param orderedAt ISO-8601, in the shop's zone if it has no offset; so paidAt and updatedAt
 * @param status UNPAID, PAID, SHIPPED, COMPLETED, PARTIAL, REFUNDED, CLOSED or CANCELLED
 * @param currency what the amounts are in, such as CNY; one that is not in the shop's currency is rejected, and without it
 *     an order is in that
 * @param updatedAt the time as of which the sender speaks: what is older than known is stale
 */
public record PostOrderRequest(
        @Schema(required = true) @JsonAlias("order_no") @Cell
        String orderNo,

        @JsonAlias("buyer_id") @Cell String buyerId,

        @Schema(required = true) @JsonAlias("ordered_at") @Cell
        String orderedAt,

        @JsonAlias("paid_at") @Cell String paidAt,
        @JsonAlias("paid_amount") @Cell String paidAmount,
        @JsonAlias("refund_amount") @Cell String refundAmount,
        @Schema(required = true) @Cell String status,
        @Cell String phone,
        @Cell String email,
        @Cell String name,
        @Cell String address,
        @JsonAlias("updated_at") @Cell String updatedAt,
        @Cell String currency,
        List<Line> lines) {

    public record Line(
            @Cell String title,
            @Cell String sku,
            Integer quantity,
            @JsonAlias("unit_price") @Cell String unitPrice) {}

    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "PostOrderRequest[" + orderNo + "]";
    }
}
