package io.siyu.audit;

import io.siyu.platform.audit.Audited;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words that acts go by, read from the operations that are {@link Audited}. */
@ApplicationScoped
class AuditedActions {
    private final SortedSet<String> all;

    AuditedActions(BeanManager beans) {
        SortedSet<String> found = new TreeSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .map((Method operation) -> operation.getAnnotation(Audited.class))
                .filter(Objects::nonNull)
                .map(Audited::value)
                .forEach(found::add);
        all = Collections.unmodifiableSortedSet(found);
    }

    SortedSet<String> all() {
        return all;
    }
}
