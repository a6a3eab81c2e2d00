package io.siyu.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.problem.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads the person out of a token. The issuer is the token's own, unless {@code siyu.login.issuer} names the login: the
 * embedded one has another address at each start, and a login server that moves is the same as before.
 */
@ApplicationScoped
public class Logins {
    private final Optional<String> issuer;

    Logins(@ConfigProperty(name = "siyu.login.issuer") Optional<String> issuer) {
        this.issuer = issuer;
    }

    /** @throws io.siyu.platform.problem.ProblemException 401 for a token that does not say for good whose it is */
    public Login of(SecurityIdentity identity) {
        JsonWebToken token = tokenOf(identity);
        return new Login(
                known(issuer.orElseGet(token::getIssuer)),
                known(token.getSubject()),
                identity.getPrincipal().getName());
    }

    /** Until when the login server vouches, by its own clock. */
    public Instant endOf(SecurityIdentity identity) {
        return Instant.ofEpochSecond(tokenOf(identity).getExpirationTime());
    }

    /** Since when the login server says what the token says, by its own clock; long ago if it does not tell. */
    public Instant issuedAt(SecurityIdentity identity) {
        Object seconds = tokenOf(identity).getClaim(Claims.iat.name());
        return seconds instanceof Number since ? Instant.ofEpochSecond(since.longValue()) : Instant.EPOCH;
    }

    private static JsonWebToken tokenOf(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw unknown();
    }

    /** Databases take blanks at an end for nothing: such a name could pass for another one's. */
    private static String known(String name) {
        if (name == null || name.isBlank() || name.length() > Login.LONGEST || !name.equals(name.strip())) {
            throw unknown();
        }
        return name;
    }

    private static RuntimeException unknown() {
        return ErrorCode.UNAUTHENTICATED.problem("The token does not say whose it is.");
    }
}
