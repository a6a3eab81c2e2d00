package io.siyu.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found, to be told at the end and all at once: by kind, then by operation, with some examples of each. */
final class FuzzFindings {
    private static final int EXAMPLES = 3;

    private final Map<String, Map<String, List<String>>> byKind = new TreeMap<>();

    synchronized void add(String kind, FuzzOperation operation, String attempt, Object answer) {
        byKind.computeIfAbsent(kind, known -> new TreeMap<>())
                .computeIfAbsent(operation.key(), known -> new ArrayList<>())
                .add(attempt + " -> " + answer);
    }

    synchronized boolean isEmpty() {
        return byKind.isEmpty();
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        byKind.forEach((kind, operations) -> {
            int count = operations.values().stream().mapToInt(List::size).sum();
            text.append("\n== %s: %d on %d operations%n".formatted(kind, count, operations.size()));
            operations.forEach((operation, found) -> {
                text.append("%s (%d)%n".formatted(operation, found.size()));
                found.stream()
                        .limit(EXAMPLES)
                        .forEach(example -> text.append("    ").append(example).append('\n'));
            });
        });
        return text.toString();
    }
}
