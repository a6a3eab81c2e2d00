package io.siyu.platform.embedded;

import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.platform.security.Login;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The ready users of the in-process OIDC provider and their roles. Not in the packaged application. */
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
public class EmbeddedUsers {
    private final Map<String, String> roles;
    private final String issuer;

    public EmbeddedUsers(
            @ConfigProperty(name = "quarkus.oidc.devservices.roles") Map<String, String> roles,
            @ConfigProperty(name = "siyu.login.issuer") String issuer) {
        this.roles = Map.copyOf(roles);
        this.issuer = issuer;
    }

    SortedSet<String> names() {
        return new TreeSet<>(roles.keySet());
    }

    /** As whom a ready user logs in: the embedded provider takes the name for the subject. */
    public Login loginOf(String user) {
        return new Login(issuer, user, user);
    }
}
