package io.siyu.platform.drain;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells balancers to send nobody here any more, while requests are still served. */
@Readiness
@ApplicationScoped
class DrainCheck implements HealthCheck {
    private final Drain drain;

    DrainCheck(Drain drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("not told to end")
                .status(!drain.isOn())
                .build();
    }
}
