package io.siyu.order.file;

import io.siyu.order.OrderStatus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A platform's words for the states of an order. Both commas, blanks and case are the same to it. */
final class StatusWords {
    private final Map<String, OrderStatus> words = new HashMap<>();

    StatusWords put(OrderStatus status, String... names) {
        for (String name : names) {
            words.put(key(name), status);
        }
        return this;
    }

    Map<String, OrderStatus> asMap() {
        return Map.copyOf(words);
    }

    static String key(String word) {
        return word.replace('，', ',').replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
