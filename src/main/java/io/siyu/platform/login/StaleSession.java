package io.siyu.platform.login;

import io.quarkus.security.AuthenticationFailedException;
import io.siyu.platform.security.SessionCookies;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A session in a browser that the service cannot read, or that its login no longer prolongs, or a login that was spoilt half
 * way. Whoever opens the console with one is to log in anew, not to be told that there is no login until the cookie has run
 * out hours later.
 */
public final class StaleSession {
    private static final String HOME = "/";
    private static final String LOGOUT = "/logout";
    /** What a browser opens by itself, and not the console in it. */
    static final Set<String> PAGES = Set.of(HOME, "/index.html", "/login", LOGOUT);

    private StaleSession() {}

    public static boolean isWhyFailed(RoutingContext context) {
        HttpServerRequest request = context.request();
        return context.failure() instanceof AuthenticationFailedException
                && request.method() == HttpMethod.GET
                && PAGES.contains(context.normalizedPath())
                && !cookiesOf(context).isEmpty();
    }

    /** Sends the browser to the same page without the session, from where the login goes on. */
    public static void end(RoutingContext context) {
        cookiesOf(context).forEach(cookie -> context.response()
                .addCookie(Cookie.cookie(cookie, "").setPath("/").setMaxAge(0).setHttpOnly(true)));
        String page = context.normalizedPath();
        context.response()
                .setStatusCode(Response.Status.FOUND.getStatusCode())
                .putHeader(
                        HttpHeaders.LOCATION,
                        page.equals(LOGOUT) || HalfLogin.spoiltCookie(context).isPresent() ? HOME : page)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static List<String> cookiesOf(RoutingContext context) {
        return Stream.concat(cookiesOf(context.request()), HalfLogin.spoiltCookie(context).stream())
                .toList();
    }

    /** The names of those that keep a session. */
    static Stream<String> cookiesOf(HttpServerRequest request) {
        return request.cookies().stream().map(Cookie::getName).filter(SessionCookies::isOne);
    }
}
