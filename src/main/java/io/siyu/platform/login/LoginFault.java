package io.siyu.platform.login;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.helpers.ParameterValidation;
import io.vertx.core.http.HttpClosedException;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Whether a login failed because the login server is away: refused, silent, or not able to work. The one place that tells
 * it from a token, a session or a code that is no good, of which the framework speaks with the same exceptions.
 */
final class LoginFault {
    /** What the framework says where it did not get an answer, and so do we of one that is none. */
    static final String AWAY = "OIDC Server is not available";

    /** Longer than any chain of causes; one that is a circle must end as well. */
    private static final int DEEPEST = 20;

    private LoginFault() {}

    static boolean isIn(Throwable e) {
        return Stream.iterate(e, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(LoginFault::isAway);
    }

    /**
     * While somebody logs in nobody else is talked to: each broken connection is one to the login server. What is wrong
     * with a text that should be JSON comes as an {@link IOException} as well, and is no broken connection.
     */
    private static boolean isAway(Throwable e) {
        return e instanceof OIDCException && AWAY.equals(e.getMessage())
                || e instanceof IOException && !(e instanceof JacksonException)
                || e instanceof TimeoutException
                || e instanceof io.smallrye.mutiny.TimeoutException
                || e instanceof HttpClosedException
                || isBareFailure(e);
    }

    /** When it changes a code into tokens the framework answers a failure with its cause, or with this if it has none. */
    private static boolean isBareFailure(Throwable e) {
        return e instanceof NullPointerException && ParameterValidation.SUPPLIER_PRODUCED_NULL.equals(e.getMessage());
    }
}
