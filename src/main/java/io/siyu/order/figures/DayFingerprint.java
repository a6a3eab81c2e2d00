package io.siyu.order.figures;

/**
 * A fingerprint of purchase days, the same in whatever sequence they are added: sums of days, orders and hundredths, each
 * weighed by buyer and day, so that what belongs to one cannot be taken for another's. The database computes it alike.
 */
final class DayFingerprint {
    static final int MODULUS = 1_000_003;

    private long count;
    private long days;
    private long orders;
    private long cents;

    DayFingerprint() {}

    DayFingerprint(long count, long days, long orders, long cents) {
        this.count = count;
        this.days = days;
        this.orders = orders;
        this.cents = cents;
    }

    void add(long buyerId, BuyerTotals buyer) {
        for (int i = 0; i < buyer.purchaseDays(); i++) {
            long weight = (buyerId + buyer.day(i)) % MODULUS;
            count++;
            days += weight * buyer.day(i);
            orders += weight * buyer.ordersOn(i);
            cents += weight * buyer.centsOn(i);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayFingerprint that
                && count == that.count
                && days == that.days
                && orders == that.orders
                && cents == that.cents;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(days);
    }
}
