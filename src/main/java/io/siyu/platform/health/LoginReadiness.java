package io.siyu.platform.health;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * Whether tokens can be checked: the login server's keys are there. Once they are, it may be away for a while. If it was
 * away at the start, this asks for them again, for nobody else does so while no request is let in.
 */
@Readiness
@ApplicationScoped
public class LoginReadiness implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(LoginReadiness.class);

    /** Where its keys are, and then the keys. */
    private static final int REQUESTS = 2;

    private final TenantConfigBean login;
    private final Duration patience;
    private final Trial trial = new Trial("login", this::ask);

    LoginReadiness(TenantConfigBean login, @ConfigProperty(name = "siyu.login.patience") Duration patience) {
        this.login = login;
        this.patience = patience.multipliedBy(REQUESTS).plus(Trial.PATIENCE);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return trial.run();
    }

    private Trial.Finding ask() {
        TenantConfigContext tenant = login.getDefaultTenant();
        if (tenant.ready()) {
            return Trial.Finding.THERE;
        }
        try {
            // Those who ask are told before: one that is given up in the middle would never be tidied away.
            tenant.initialize().await().atMost(patience);
        } catch (RuntimeException e) {
            LOG.warnf("Not ready: the login server has not told its keys: %s", e.getMessage());
        }
        return tenant.ready() ? Trial.Finding.THERE : Trial.Finding.missing("The login server has not told its keys.");
    }
}
