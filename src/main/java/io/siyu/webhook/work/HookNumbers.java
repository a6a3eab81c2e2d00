package io.siyu.webhook.work;

import io.siyu.order.file.cell.OrderNumbers;
import io.siyu.platform.text.CleanText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which orders of a platform, known by their ids, are stored under which numbers. */
final class HookNumbers {
    /** An order that has another number from now on. */
    record Renaming(String from, String to) {}

    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    HookNumbers(Collection<WebhookOrderState> known) {
        add(known);
    }

    void add(Collection<WebhookOrderState> known) {
        known.stream()
                .filter(order -> order.orderNo() != null)
                .forEach(order -> put(order.externalId(), order.orderNo()));
    }

    private void put(String externalId, String number) {
        holders.put(number, externalId);
        numbers.put(externalId, number);
    }

    /**
     * The number that an order has, or is given from now on.
     *
     * @param latest the number that is told of it
     */
    String of(String externalId, String latest) {
        String number = numbers.get(externalId);
        if (number == null) {
            number = free(externalId, latest);
            put(externalId, number);
        }
        return number;
    }

    /** The number that is told of an order, or where that is another order's, one that names the id as well. */
    private String free(String externalId, String latest) {
        if (Objects.requireNonNullElse(holders.get(latest), externalId).equals(externalId)) {
            return latest;
        }
        String id = " (" + externalId + ")";
        return CleanText.cut(latest, OrderNumbers.LONGEST - id.length()) + id;
    }

    /** The numbers that these orders were told of by, or are stored under, where the two are not the same. */
    static Set<String> contested(Collection<WebhookOrderState> known) {
        Set<String> contested = new LinkedHashSet<>();
        known.stream()
                .filter(WebhookOrderState::wantsNumber)
                .forEach(order -> contested.addAll(Arrays.asList(order.latestNo(), order.orderNo())));
        contested.remove(null);
        return contested;
    }

    /**
     * Has each order stored under the number that was told of it. Where that is another order's, it waits under one that
     * names its id as well, until the other has another number.
     *
     * @param known with them all others that share a number that is contested
     * @return which orders are to be renamed, in this sequence
     */
    static List<Renaming> assign(Collection<WebhookOrderState> known) {
        HookNumbers numbers = new HookNumbers(known);
        List<Renaming> renamings = new ArrayList<>();
        boolean isFreed = true;
        while (isFreed) {
            isFreed = false;
            for (WebhookOrderState order : known) {
                String before = order.orderNo();
                String number = order.wantsNumber() ? numbers.free(order.externalId(), order.latestNo()) : before;
                if (!Objects.equals(number, before)) {
                    if (before != null) {
                        renamings.add(new Renaming(before, number));
                        numbers.holders.remove(before);
                        isFreed = true;
                    }
                    numbers.put(order.externalId(), number);
                    order.storeAs(number);
                }
            }
        }
        return renamings;
    }
}
