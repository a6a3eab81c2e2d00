package io.siyu.platform.database;

import io.siyu.platform.problem.ErrorCode;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.ws.rs.Priorities;

/** Refuses requests while the database is silent, before they take a thread or a connection to wait for it. */
public class DatabaseGate {
    private final DatabasePulse pulse;

    DatabaseGate(DatabasePulse pulse) {
        this.pulse = pulse;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true, priority = Priorities.AUTHENTICATION - 500)
    public void refuseInSilence() {
        if (pulse.isSilent()) {
            throw ErrorCode.DATABASE_UNAVAILABLE.problem("The database does not answer. Try again in a moment.");
        }
    }
}
