package io.siyu.order.file.format;

import io.siyu.order.file.cell.Amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a sub-order of Douyin's cost before discounts, and what became of its money.
 *
 * @param quantity null where it is not told
 * @param unitPrice null where the export has none
 * @param amount of a column that is the price of all in some exports and of each in others; null where there is none
 */
record DouyinSubOrder(Money money, Integer quantity, BigDecimal unitPrice, BigDecimal amount) {
    /** What went back of it. */
    enum Money {
        KEPT,
        REFUNDED,
        /** Some of it, which no column tells. */
        PARTLY_REFUNDED
    }

    /**
     * What went back of an order.
     *
     * @param isUnknown whether there is more to it that the export has no price of
     */
    record Refund(BigDecimal amount, boolean isUnknown) {}

    /**
     * Prices are from before discounts: where the refunded ones come to more than was paid, as large a part of it as of all
     * prices went back.
     *
     * @param goods what was paid without the postage: prices come to no less, which tells whether amounts are of each
     */
    static Refund refund(List<DouyinSubOrder> all, BigDecimal paid, BigDecimal goods) {
        boolean isOfEach = sum(all.stream().map(DouyinSubOrder::amount)).compareTo(goods) < 0;
        Function<DouyinSubOrder, BigDecimal> price = sub -> sub.price(isOfEach);
        List<DouyinSubOrder> refunded =
                all.stream().filter(sub -> sub.money() == Money.REFUNDED).toList();
        BigDecimal known = sum(refunded.stream().map(price));
        boolean isUnknown = all.stream().anyMatch(sub -> sub.money() == Money.PARTLY_REFUNDED)
                || refunded.stream().map(price).anyMatch(Objects::isNull);
        BigDecimal whole = sum(all.stream().map(price));
        if (known.compareTo(paid) < 0 || whole.signum() == 0) {
            return new Refund(known.min(paid), isUnknown);
        }
        return all.stream().map(price).anyMatch(Objects::isNull)
                ? new Refund(Amounts.NOTHING, true)
                : new Refund(paid.multiply(known).divide(whole, 2, RoundingMode.HALF_UP), isUnknown);
    }

    /** Null where it cannot be known. */
    private BigDecimal price(boolean isAmountOfEach) {
        BigDecimal each = unitPrice != null ? unitPrice : isAmountOfEach ? amount : null;
        if (each == null) {
            return amount;
        }
        return quantity == null ? null : each.multiply(BigDecimal.valueOf(quantity));
    }

    private static BigDecimal sum(Stream<BigDecimal> all) {
        return all.filter(Objects::nonNull).reduce(Amounts.NOTHING, BigDecimal::add);
    }
}
