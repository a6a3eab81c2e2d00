package io.siyu.order.file;

import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.RoundedNumbers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** The items that a sheet of their own tells of, for the orders that are read meanwhile; and those that no order took. */
final class OrderItems {
    private final Map<String, List<ItemSheet.Item>> ofOrders = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Lost> lost = new ArrayList<>();
    private Queue<Lost> left;

    /**
     * An item that belongs to no order.
     *
     * @param row in its own sheet
     */
    record Lost(long row, ReasonCode why) {
        Reason reason() {
            return why.with(row);
        }
    }

    void add(String orderNo, ItemSheet.Item item) {
        ofOrders.computeIfAbsent(orderNo, number -> new ArrayList<>(1)).add(item);
    }

    void lose(long row, ReasonCode why) {
        lost.add(new Lost(row, why));
    }

    /** Once all of the sheet is read: the numbers that a program has rounded may stand for several orders. */
    void loseRounded(Predicate<String> isRoundedInOrders) {
        RoundedNumbers numbers = RoundedNumbers.ofFile();
        ofOrders.keySet().forEach(numbers::add);
        List<String> rounded = ofOrders.keySet().stream()
                .filter(number -> numbers.isRounded(number) || isRoundedInOrders.test(number))
                .toList();
        rounded.forEach(number -> ofOrders.remove(number).forEach(item -> lose(item.row(), ReasonCode.ROUNDED_ITEM)));
    }

    /** In the sequence of the sheet. */
    List<ItemSheet.Item> take(String orderNo) {
        List<ItemSheet.Item> items = ofOrders.get(orderNo);
        if (items == null) {
            return List.of();
        }
        taken.add(orderNo);
        return items;
    }

    /** Whether some are left, as far as the orders so far have not taken them. */
    boolean areLeft() {
        return left == null ? !lost.isEmpty() || taken.size() < ofOrders.size() : !left.isEmpty();
    }

    /** The next one that no order took, once all orders are read; null behind the last. */
    Lost pollLeft() {
        if (left == null) {
            ofOrders.forEach((orderNo, items) -> {
                if (!taken.contains(orderNo)) {
                    items.forEach(item -> lose(item.row(), ReasonCode.ITEM_WITHOUT_ORDER));
                }
            });
            lost.sort(Comparator.comparingLong(Lost::row));
            left = new ArrayDeque<>(lost);
        }
        return left.poll();
    }
}
