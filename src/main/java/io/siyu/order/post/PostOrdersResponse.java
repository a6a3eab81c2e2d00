package io.siyu.order.post;

import io.siyu.order.upload.OrderImportResponse;

import java.util.List;

/**
 * What became of a batch of orders.
 *
 * @param warned orders that were taken though they leave something open, and what
 */
public record PostOrdersResponse(
        OrderImportResponse.Orders orders,
        OrderImportResponse.Buyers buyers,
        List<RejectedOrder> rejects,
        OrderImportResponse.Warnings warnings,
        List<RejectedOrder> warned) {

    /**
     * An order that was not taken.
     *
     * @param index its place in the batch, from 0
     * @param field empty if the order as a whole is wrong
     */
    public record RejectedOrder(int index, String field, String value, String reason) {}
}
