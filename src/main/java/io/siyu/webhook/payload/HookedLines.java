package io.siyu.webhook.payload;

import io.siyu.order.incoming.IncomingLine;

/** An article of an order, as each platform writes it. */
final class HookedLines {
    private HookedLines() {}

    /**
     * The name is the title with the variant, as in the order export; the price is that of one piece. What was ordered
     * stays as it is when the order is edited or articles are sent back; what is left is told beside.
     */
    static IncomingLine shopify(Fields line) {
        Integer ordered = line.quantityOrNull("quantity");
        return new IncomingLine(
                line.has("name") ? line.text("name") : line.text("title"),
                line.text("sku"),
                line.has("current_quantity") ? line.quantityOrNull("current_quantity") : ordered,
                line.priceOrNull("price"),
                ordered);
    }

    static IncomingLine wooCommerce(Fields line) {
        return new IncomingLine(
                line.text("name"), line.text("sku"), line.quantityOrNull("quantity"), line.priceOrNull("price"));
    }
}
