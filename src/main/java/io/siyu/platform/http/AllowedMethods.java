package io.siyu.platform.http;

import io.quarkus.arc.Unremovable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path does offer: a client that is refused with 405 has to be told, and the framework does not. */
@ApplicationScoped
@Unremovable
class AllowedMethods {
    private final BeanManager beans;
    private final String root;
    private volatile List<Offer> offers;

    AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.beans = beans;
        this.root = root;
    }

    private record Offer(String method, Pattern path) {}

    /** @return their names, as the header Allow lists them; empty for a path that nothing is at */
    Set<String> of(String path) {
        Set<String> methods = offers().stream()
                .filter(offer -> offer.path().matcher(path).matches())
                .map(Offer::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    private List<Offer> offers() {
        List<Offer> known = offers;
        if (known == null) {
            known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .distinct()
                    .flatMap(this::offersOf)
                    .toList();
            offers = known;
        }
        return known;
    }

    private Stream<Offer> offersOf(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        if (path == null) {
            return Stream.empty();
        }
        List<Offer> found = new ArrayList<>();
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    found.add(new Offer(http.value(), template(path, method.getAnnotation(Path.class))));
                }
            }
        }
        return found.stream();
    }

    private Pattern template(Path resource, Path method) {
        String path = Stream.of(root, resource.value(), method == null ? "" : method.value())
                .map(part -> part.replaceAll("^/+|/+$", ""))
                .filter(part -> !part.isEmpty())
                .map(AllowedMethods::quoted)
                .collect(Collectors.joining("/"));
        return Pattern.compile("/" + path + "/?");
    }

    private static String quoted(String part) {
        return Stream.of(part.split("(?=\\{)|(?<=})"))
                .map(piece -> piece.startsWith("{") ? "[^/]+" : Pattern.quote(piece))
                .collect(Collectors.joining());
    }
}
