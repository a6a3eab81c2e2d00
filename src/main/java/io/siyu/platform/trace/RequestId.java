package io.siyu.platform.trace;

import org.jboss.logging.MDC;

import java.util.UUID;
import java.util.regex.Pattern;

/** What ties together a request, its answer, and the lines of the log that were written for it. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    /** Under this name it stands in the log. */
    static final String LOG_KEY = "requestId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id of the request that is being answered; null outside of one. */
    public static String current() {
        Object id = MDC.get(LOG_KEY);
        return id == null ? null : id.toString();
    }

    /** What the client or the proxy calls the request, if that can be written anywhere without harm, or else a new id. */
    static String from(String header) {
        return header != null && SANE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }
}
