package io.siyu.order.file;

import java.util.List;

/**
 * A column that a format knows, under any of the names that the platform's layouts give it.
 *
 * @param names the first is the usual one
 * @param required whether a file without it is not of this format
 */
public record Column(List<String> names, boolean required) {
    static Column required(String... names) {
        return new Column(List.of(names), true);
    }

    static Column optional(String... names) {
        return new Column(List.of(names), false);
    }

    public String name() {
        return names.get(0);
    }
}
