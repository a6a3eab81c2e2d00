package io.siyu.platform.database;

import io.siyu.platform.problem.ErrorCode;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses requests while the database is silent, before they take a thread or a connection to wait for it. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 500)
public class DatabaseGate implements ContainerRequestFilter {
    private final DatabasePulse pulse;

    DatabaseGate(DatabasePulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (pulse.isSilent()) {
            throw ErrorCode.DATABASE_UNAVAILABLE.problem("The database does not answer. Try again in a moment.");
        }
    }
}
