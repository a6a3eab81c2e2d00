package io.siyu.retrospective.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A tally of those tasks that share something, such as an account; in the order in which the tasks go out.
 *
 * @param key null where tasks have none, such as the pool's
 */
public record Breakdown<K>(K key, Tally tally) {
    public static <K> List<Breakdown<K>> by(Collection<TaskFact> facts, Function<TaskFact, K> keyOf, Instant now) {
        Map<K, List<TaskFact>> groups = new LinkedHashMap<>();
        facts.forEach(fact -> groups.computeIfAbsent(keyOf.apply(fact), key -> new ArrayList<>())
                .add(fact));
        return groups.entrySet().stream()
                .map(group -> new Breakdown<>(group.getKey(), Tally.of(group.getValue(), now)))
                .toList();
    }
}
