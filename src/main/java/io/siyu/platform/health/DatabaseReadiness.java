package io.siyu.platform.health;

import io.agroal.api.AgroalDataSource;
import io.siyu.platform.database.DatabasePulse;
import io.siyu.platform.sql.DatabaseFault;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether the database answers through the pool, as it has to for every request. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

    private final DatabasePulse pulse;
    private final AgroalDataSource pool;
    private final Trial trial = new Trial("database", this::ask);

    DatabaseReadiness(DatabasePulse pulse, AgroalDataSource pool) {
        this.pulse = pulse;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return trial.run();
    }

    private String ask() {
        if (pulse.isSilent()) {
            return "The database does not answer.";
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery(DatabasePulse.QUESTION)) {
            return one.next() ? null : "The database says nothing.";
        } catch (SQLException e) {
            LOG.warnf("Not ready: %s", DatabaseFault.words(e));
            return "There is no connection to the database to be had.";
        }
    }
}
