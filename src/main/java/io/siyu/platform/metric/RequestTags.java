package io.siyu.platform.metric;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Tells requests apart by the template of their route. The framework takes the path itself where it has none, and any word
 * for a method: whoever can send a request could then fill the memory with meters.
 */
@Singleton
public class RequestTags implements HttpServerMetricsTagsContributor {
    private static final String OTHER = "OTHER";

    /** Where the framework keeps the template once a request has found its method. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final Set<String> PAGES = Set.of("/", "/index.html", "/login", "/logout");
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    @Override
    public Tags contribute(Context context) {
        HttpServerRequest request = context.request();
        return Tags.of("uri", route(request), "method", method(request.method()));
    }

    private static String route(HttpServerRequest request) {
        if (request instanceof HttpServerRequestInternal internal
                && internal.context().getLocal(TEMPLATE) instanceof String template) {
            // Where a request was refused by a filter, the framework has joined the parts with one more.
            return template.replace("//", "/");
        }
        String path = request.path();
        return path != null && PAGES.contains(path) ? path : OTHER;
    }

    private static String method(HttpMethod method) {
        return METHODS.contains(method) ? method.name() : OTHER;
    }
}
