package io.siyu.platform.edge;

import io.siyu.platform.ids.Id;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is asked for where no login is: the operation, and the things that its path names by their ids. How else the path is
 * spelt makes no other route of it.
 */
final class StrangerRoute {
    private StrangerRoute() {}

    /** @param path the parameters of the path, by their names */
    static String of(Method operation, Map<String, List<String>> path) {
        return operation.getDeclaringClass().getSimpleName()
                + '.'
                + operation.getName()
                + new TreeMap<>(path)
                        .entrySet().stream()
                                .flatMap(parameter -> parameter.getValue().stream()
                                        .flatMap(text -> idOf(text).stream())
                                        .map(id -> ' ' + parameter.getKey() + '=' + id))
                                .collect(Collectors.joining());
    }

    private static Optional<Id> idOf(String text) {
        try {
            return Optional.of(Id.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
