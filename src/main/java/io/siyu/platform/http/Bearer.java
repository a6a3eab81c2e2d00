package io.siyu.platform.http;

import io.vertx.core.http.HttpServerRequest;

import jakarta.ws.rs.core.HttpHeaders;

import java.util.List;
import java.util.regex.Pattern;

/** Looks at the token of a request only so far as it takes to see that it could be one. */
final class Bearer {
    /** Signed, so that the service can tell by itself whose it is: of others it would have to ask the login server. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final Pattern SCHEME = Pattern.compile("Bearer(?: +|$)", Pattern.CASE_INSENSITIVE);

    /** Whoever reads it finds that it is no token, where the text that was sent would break him. */
    private static final String NONE = "Bearer none";

    private Bearer() {}

    /** Operations that ask for no token go on; all others refuse it with 401, as they do every other bad token. */
    static void check(HttpServerRequest request) {
        List<String> sent = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            return;
        }
        String text = sent.get(0).strip();
        boolean isBearer = SCHEME.matcher(text).lookingAt();
        String token = isBearer ? SCHEME.matcher(text).replaceFirst("") : "";
        if (sent.size() > 1 || isBearer && !TOKEN.matcher(token).matches()) {
            request.headers().set(HttpHeaders.AUTHORIZATION, NONE);
        }
    }
}
