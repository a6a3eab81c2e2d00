package io.siyu.platform.http;

import io.siyu.platform.problem.ErrorCode;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses what an operation does not ask for in its query, and what it asks for once but gets twice: a filter that is
 * misspelt or ambiguous would else show, or change, more than was meant. Webhooks are left alone, for their addresses
 * belong to the platforms that send them.
 */
public class QueryNames {
    /** For each operation the parameters of its query, and whether each may be given more than once. */
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    /** @throws io.siyu.platform.problem.ProblemException 400 that names the parameter */
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo operation) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        Method method = operation.getResourceMethod();
        if (given.isEmpty() || method == null || method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        SortedMap<String, Boolean> wanted = known.computeIfAbsent(method, QueryNames::parametersOf);
        given.forEach((name, values) -> {
            Boolean mayRepeat = wanted.get(name);
            if (mayRepeat == null) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        name,
                        "UnknownParameter",
                        wanted.isEmpty() ? "Nothing is asked for here." : "One of " + wanted.keySet() + ".");
            }
            if (values.size() > 1 && !mayRepeat) {
                throw ErrorCode.VALIDATION_FAILED.problem(name, "Repeated", "Give it once.");
            }
        });
    }

    private static SortedMap<String, Boolean> parametersOf(Method method) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), isMany(parameter.getType()));
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFieldsOf(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFieldsOf(Class<?> bean, Map<String, Boolean> names) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    names.put(query.value(), isMany(field.getType()));
                }
            }
        }
    }

    private static boolean isMany(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }
}
