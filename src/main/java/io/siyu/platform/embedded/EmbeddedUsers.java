package io.siyu.platform.embedded;

import io.quarkus.arc.profile.IfBuildProfile;
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

    public EmbeddedUsers(@ConfigProperty(name = "quarkus.oidc.devservices.roles") Map<String, String> roles) {
        this.roles = Map.copyOf(roles);
    }

    public SortedSet<String> names() {
        return new TreeSet<>(roles.keySet());
    }

    public String roleOf(String user) {
        return roles.get(user);
    }
}
