package io.siyu.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.siyu.platform.ids.Id;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An order. Amounts are decimal strings in the shop's currency.
 *
 * @param day the day it counts for, in the shop's zone
 * @param refundUnknown whether something went back that no source has told the amount of, so that netAmount may be too much
 * @param exclusion why it does not count, null if it does
 * @param source the format that it came in
 * @param lines only where one order is asked for
 */
public record OrderResponse(
        Id id,
        Id shopId,
        String orderNo,
        Id buyerId,
        OrderStatus status,
        Instant createdAt,
        Instant paidAt,
        LocalDate day,
        String paidAmount,
        String refundAmount,
        boolean refundUnknown,
        String netAmount,
        boolean counted,
        Exclusion exclusion,
        String source,
        Id importId,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Line> lines) {

    /**
     * @param quantity what is left after removals and returns; null where the source gives it for the whole order only
     * @param orderedQuantity what was ordered at first, null where that is the quantity or the source does not tell it
     */
    @Schema(name = "OrderLine")
    public record Line(String title, String sku, Integer quantity, String unitPrice, Integer orderedQuantity) {}

    OrderResponse with(List<Line> found) {
        return new OrderResponse(
                id,
                shopId,
                orderNo,
                buyerId,
                status,
                createdAt,
                paidAt,
                day,
                paidAmount,
                refundAmount,
                refundUnknown,
                netAmount,
                counted,
                exclusion,
                source,
                importId,
                updatedAt,
                found);
    }
}
