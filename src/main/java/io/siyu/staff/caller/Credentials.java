package io.siyu.staff.caller;

import io.siyu.platform.security.Login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a token gives to one operation.
 *
 * @param roles those of the login that the operation is open to
 * @param until when the token ends, by the login server's clock
 */
public record Credentials(Login login, Set<String> roles, Instant until) {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /**
     * How long an answer may stay open: not past the token's end, by real time: the application's own can be set, and login
     * servers do not know.
     *
     * @param most however long the token is good
     */
    public Duration life(Duration most) {
        Duration good = Duration.between(Clock.systemUTC().instant(), until);
        Duration shorter = good.compareTo(most) < 0 ? good : most;
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }
}
