package io.siyu.staff;

import io.siyu.platform.security.Login;

import java.time.Instant;
import java.util.Set;

/**
 * A login as a token tells of it.
 *
 * @param roles those of the product, whatever the shop
 * @param issuedAt when the login server said so, by its own clock
 */
public record SeenLogin(Login login, Set<String> roles, Instant issuedAt) {
    public SeenLogin {
        roles = Set.copyOf(roles);
    }
}
