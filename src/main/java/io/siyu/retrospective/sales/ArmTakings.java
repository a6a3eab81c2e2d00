package io.siyu.retrospective.sales;

import io.siyu.retrospective.comparison.Spending;

import java.math.BigDecimal;

/** Adds up what the buyers of one side bought, of which it is told buyer by buyer. */
public final class ArmTakings {
    private long orders;
    private long buyers;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;
    private Long buyer;
    private BigDecimal ofBuyer = BigDecimal.ZERO;

    void add(WindowOrder order) {
        if (!order.buyerId().equals(buyer)) {
            squares = squares.add(ofBuyer.multiply(ofBuyer));
            ofBuyer = BigDecimal.ZERO;
            buyer = order.buyerId();
            buyers++;
        }
        orders++;
        net = net.add(order.net());
        ofBuyer = ofBuyer.add(order.net());
    }

    /** @param people of the side, also those who bought nothing */
    public Spending among(long people) {
        return new Spending(people, buyers, orders, net, squares.add(ofBuyer.multiply(ofBuyer)));
    }
}
