package io.siyu.order.file.cell;

import io.siyu.order.OrderStatus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A platform's words for the states of an order. The width of commas and brackets, blanks and case are the same to it. */
public final class StatusWords {
    private final Map<String, OrderStatus> words = new HashMap<>();

    public StatusWords put(OrderStatus status, String... names) {
        for (String name : names) {
            words.put(name, status);
            words.put(key(name), status);
        }
        return this;
    }

    public Optional<OrderStatus> find(String word) {
        OrderStatus status = words.get(word);
        return Optional.ofNullable(status != null ? status : words.get(key(word)));
    }

    private static String key(String word) {
        return word.replace('，', ',')
                .replace('（', '(')
                .replace('）', ')')
                .replaceAll("[\\s\\p{Z}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
