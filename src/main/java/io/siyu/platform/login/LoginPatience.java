package io.siyu.platform.login;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Bounds how long the login server's answer is waited for, for which the framework has no setting: one that takes
 * connections and stays silent would hold a request for as long as its client likes.
 */
@Unremovable
@ApplicationScoped
public class LoginPatience implements OidcRequestFilter, OidcResponseFilter {
    private static final int LOWEST_FAULT = 500;

    private final Duration patience;

    LoginPatience(@ConfigProperty(name = "siyu.login.patience") Duration patience) {
        this.patience = patience;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(patience.toMillis());
        return Uni.createFrom().voidItem();
    }

    /** What a proxy says in front of a login server that is away, and it while it starts. The framework drops the number. */
    @Override
    public Uni<Void> filter(OidcResponseFilterContext context) {
        return context.statusCode() < LOWEST_FAULT
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> new OIDCException(LoginFault.AWAY));
    }
}
