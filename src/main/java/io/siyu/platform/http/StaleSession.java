package io.siyu.platform.http;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Set;

/**
 * A session in a browser that the service cannot read, or that its login no longer prolongs. Whoever opens the console with
 * one is to log in anew, not to be told that there is no login until the cookie has run out hours later.
 */
final class StaleSession {
    /** Of the framework's session cookie, and of its parts where it is too large for one. */
    private static final String COOKIE = "q_session";

    private static final String HOME = "/";
    private static final String LOGOUT = "/logout";
    private static final Set<String> PAGES = Set.of(HOME, "/index.html", "/login", LOGOUT);

    private StaleSession() {}

    static boolean isWhyFailed(RoutingContext context) {
        HttpServerRequest request = context.request();
        return context.failure() instanceof AuthenticationFailedException
                && request.method() == HttpMethod.GET
                && PAGES.contains(context.normalizedPath())
                && !cookiesOf(request).isEmpty();
    }

    /** Sends the browser to the same page without the session, from where the login goes on. */
    static void end(RoutingContext context) {
        cookiesOf(context.request()).forEach(cookie -> context.response()
                .addCookie(Cookie.cookie(cookie.getName(), "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)));
        String page = context.normalizedPath();
        context.response()
                .setStatusCode(Response.Status.FOUND.getStatusCode())
                .putHeader(HttpHeaders.LOCATION, page.equals(LOGOUT) ? HOME : page)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static List<Cookie> cookiesOf(HttpServerRequest request) {
        return request.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .toList();
    }
}
