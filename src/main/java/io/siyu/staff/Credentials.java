package io.siyu.staff;

import io.siyu.platform.security.Login;

import java.time.Instant;
import java.util.Set;

/**
 * What a token gives to one operation.
 *
 * @param roles those of the login that the operation is open to
 * @param until when the token ends, by the login server's clock
 */
public record Credentials(Login login, Set<String> roles, Instant until) {}
