package io.siyu.retrospective.comparison;

import java.math.BigDecimal;

/**
 * What a group of people bought in a window.
 *
 * @param people in the group, also those who bought nothing
 * @param squares the sum over people of what each one bought, squared
 */
public record Spending(long people, long buyers, long orders, BigDecimal net, BigDecimal squares) {
    public static final Spending NONE = new Spending(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    public Spending plus(Spending other) {
        return new Spending(
                people + other.people,
                buyers + other.buyers,
                orders + other.orders,
                net.add(other.net),
                squares.add(other.squares));
    }

    Proportion bought() {
        return new Proportion(buyers, people);
    }

    Sample aHead() {
        return new Sample(people, net.doubleValue(), squares.doubleValue());
    }
}
