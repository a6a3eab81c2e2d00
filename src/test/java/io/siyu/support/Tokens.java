package io.siyu.support;

import io.smallrye.jwt.build.Jwt;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A login of the test's own for services it starts: signed tokens, and the public key to check them by. */
public final class Tokens {
    public static final String ISSUER = "https://login.example.com";
    public static final Duration LIFE = Duration.ofHours(2);
    private static final int KEY_BITS = 2048;
    private static final KeyPair KEYS = keys();

    private Tokens() {}

    /** A token with the role that the user is named after, such as staff for staff1. */
    public static String of(String user) {
        return of(ISSUER, user, user, user.replaceAll("\\d", ""), LIFE);
    }

    /**
     * A token of one of several people who may go by the same name.
     *
     * @param life from now on
     */
    public static String of(String issuer, String subject, String user, String role, Duration life) {
        return Jwt.preferredUserName(user)
                .subject(subject)
                .issuer(issuer)
                .audience("siyu")
                .claim("realm_access", Map.of("roles", List.of(role)))
                .expiresIn(life)
                .sign(KEYS.getPrivate());
    }

    /** What makes a service believe in these tokens instead of asking a login server. */
    static Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.application-type",
                "service",
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
                "quarkus.http.auth.permission.console.policy",
                "permit");
    }

    /** The public key as login servers tell theirs. */
    static String keySet() {
        try {
            return new JsonWebKeySet(PublicJsonWebKey.Factory.newPublicJwk(KEYS.getPublic())).toJson();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no RSA", e);
        }
    }
}
