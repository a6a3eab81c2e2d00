package io.siyu.platform.login;

import io.quarkus.security.AuthenticationCompletionException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import org.jose4j.lang.JoseException;

import java.util.Optional;

/**
 * A login that a browser is in the middle of: between being sent to the login server and coming back from there it keeps a
 * cookie, which anything may have happened to.
 */
final class HalfLogin {
    /** Of the framework's cookie, followed by what the address says as its state. */
    private static final String COOKIE = "q_auth_";

    /** What the framework says of a cookie with another state in it than in its name. */
    private static final String MISMATCH = "State cookie value does not match";

    private static final String SPOILT = HalfLogin.class.getName();

    private HalfLogin() {}

    /** The cookie that made this request's login fail, for there is nothing in it that could be gone on with. */
    static Optional<String> spoiltCookie(RoutingContext context) {
        return Optional.ofNullable(context.get(SPOILT));
    }

    /** Notes for those who answer that the login failed because of its own cookie. */
    static boolean isSpoilt(RoutingContext context, Throwable failure) {
        HttpServerRequest request = context.request();
        Cookie cookie = request.getCookie(COOKIE + request.getParam("state"));
        if (cookie == null || !isAboutCookie(failure)) {
            return false;
        }
        context.put(SPOILT, cookie.getName());
        return true;
    }

    /**
     * Whatever a login server refuses is told with causes of other kinds: starting anew because of that would send the
     * browser to and fro for ever.
     */
    private static boolean isAboutCookie(Throwable failure) {
        if (failure instanceof AuthenticationCompletionException) {
            return failure.getCause() instanceof JoseException
                    || String.valueOf(failure.getMessage()).startsWith(MISMATCH);
        }
        return failure instanceof DecodeException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException;
    }
}
