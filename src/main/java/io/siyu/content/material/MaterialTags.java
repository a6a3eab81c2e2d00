package io.siyu.content.material;

import java.util.List;
import java.util.stream.Collectors;

/** Tags as text, a line each with the ends of lines on both sides, so that a whole one can be looked for. */
final class MaterialTags {
    private static final String END = "\n";

    private MaterialTags() {}

    /** In their order, each once. */
    static String text(List<String> tags) {
        return tags.stream()
                .map(String::strip)
                .distinct()
                .map(tag -> tag + END)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), lines -> lines.isEmpty() ? "" : END + lines));
    }

    static List<String> of(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** What stands in a text that has the tag. */
    static String sought(String tag) {
        return END + tag.strip() + END;
    }
}
