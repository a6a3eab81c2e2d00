package io.siyu.retrospective.sales;

import io.siyu.retrospective.comparison.Sales;

import java.math.BigDecimal;
import java.util.Objects;

/** Adds up orders, of which it is told buyer by buyer. */
final class Takings {
    private long orders;
    private long buyers;
    private Long lastBuyer;
    private BigDecimal net = BigDecimal.ZERO;

    void add(WindowOrder order) {
        orders++;
        net = net.add(order.net());
        if (order.buyerId() != null && !Objects.equals(order.buyerId(), lastBuyer)) {
            buyers++;
            lastBuyer = order.buyerId();
        }
    }

    Sales sales() {
        return Sales.of(orders, buyers, net);
    }
}
