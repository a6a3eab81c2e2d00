package io.siyu.order.file.cell;

import java.util.List;

/** A column that a format knows, under any of the names that the platform's layouts give it. Each is itself only. */
public final class Column {
    private final List<String> names;
    private final boolean isRequired;

    private Column(List<String> names, boolean isRequired) {
        this.names = names;
        this.isRequired = isRequired;
    }

    public static Column required(String... names) {
        return new Column(List.of(names), true);
    }

    public static Column optional(String... names) {
        return new Column(List.of(names), false);
    }

    /** The first is the usual one; where a file has several of them, the first of these is meant. */
    public List<String> names() {
        return names;
    }

    public String name() {
        return names.get(0);
    }

    /** Whether a file without it is not of this format. */
    public boolean isRequired() {
        return isRequired;
    }
}
