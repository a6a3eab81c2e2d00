package io.siyu.order.figures;

import io.siyu.order.Exclusion;

import java.util.Arrays;

/**
 * What the orders of one buyer come to: the days with counted orders, ascending, and how many orders do not count. Days
 * are days since 1970, amounts hundredths of the shop's currency.
 */
public final class BuyerTotals {
    private static final int FEW_DAYS = 4;

    private final int[] excluded = new int[Exclusion.values().length];
    private int[] days = new int[FEW_DAYS];
    private int[] ordersByDay = new int[FEW_DAYS];
    private long[] centsByDay = new long[FEW_DAYS];
    private int size;
    private int orders;
    private long cents;
    private Integer firstOrderDay;

    /** Takes an order in, in whatever sequence they come. */
    void order(int day, Exclusion exclusion, long net) {
        if (firstOrderDay == null || day < firstOrderDay) {
            firstOrderDay = day;
        }
        if (exclusion == null) {
            purchase(day, 1, net);
        } else {
            excluded[exclusion.ordinal()]++;
        }
    }

    /** Takes counted orders of a day in. */
    public void purchase(int day, int count, long net) {
        int at = size > 0 && days[size - 1] == day ? size - 1 : Arrays.binarySearch(days, 0, size, day);
        if (at < 0) {
            at = -at - 1;
            makeRoom(at);
            days[at] = day;
        }
        ordersByDay[at] += count;
        centsByDay[at] += net;
        orders += count;
        cents += net;
    }

    private void makeRoom(int at) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            ordersByDay = Arrays.copyOf(ordersByDay, 2 * size);
            centsByDay = Arrays.copyOf(centsByDay, 2 * size);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(ordersByDay, at, ordersByDay, at + 1, size - at);
        System.arraycopy(centsByDay, at, centsByDay, at + 1, size - at);
        ordersByDay[at] = 0;
        centsByDay[at] = 0;
        size++;
    }

    /** Sets how many orders do not count for a reason. */
    void exclude(Exclusion exclusion, int count) {
        excluded[exclusion.ordinal()] = count;
    }

    int excluded(Exclusion exclusion) {
        return excluded[exclusion.ordinal()];
    }

    public int purchaseDays() {
        return size;
    }

    /** @param index from 0, below {@link #purchaseDays} */
    public int day(int index) {
        return days[index];
    }

    int ordersOn(int index) {
        return ordersByDay[index];
    }

    long centsOn(int index) {
        return centsByDay[index];
    }

    /** Where a day is, or a negative number. */
    int indexOf(int day) {
        return Arrays.binarySearch(days, 0, size, day);
    }

    /** Counted ones. */
    int orders() {
        return orders;
    }

    /** The net amount of all counted orders. */
    long cents() {
        return cents;
    }

    /** The day of the first order, counted or not; null without orders. */
    Integer firstOrderDay() {
        return firstOrderDay;
    }

    /** Only the purchases up to a day. */
    BuyerTotals until(int lastDay) {
        BuyerTotals earlier = new BuyerTotals();
        for (int i = 0; i < size && days[i] <= lastDay; i++) {
            earlier.purchase(days[i], ordersByDay[i], centsByDay[i]);
        }
        return earlier;
    }
}
