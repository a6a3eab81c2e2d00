package io.siyu.platform.health;

import io.agroal.api.AgroalDataSource;
import io.siyu.platform.database.DatabasePulse;
import io.siyu.platform.health.Trial.Finding;
import io.siyu.platform.sql.DatabaseFault;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Whether the database answers through the pool, as it has to for every request. A pool whose connections are all at work
 * is ready while the database answers elsewhere: if balancers took a busy replica away, the next one would be busier.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

    /** What the pool says when nobody has given a connection back in time; it has no exception of its own for it. */
    private static final String NONE_FREE = "acquisition timeout";

    private final BooleanSupplier isSilent;
    private final DataSource pool;
    private final Trial trial = new Trial("database", this::ask, this::late);

    @Inject
    DatabaseReadiness(DatabasePulse pulse, AgroalDataSource pool) {
        this(pulse::isSilent, pool);
    }

    DatabaseReadiness(BooleanSupplier isSilent, DataSource pool) {
        this.isSilent = isSilent;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return trial.run();
    }

    private Finding ask() {
        if (isSilent.getAsBoolean()) {
            return Finding.missing("The database does not answer.");
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery(DatabasePulse.QUESTION)) {
            return one.next() ? Finding.THERE : Finding.missing("The database says nothing.");
        } catch (SQLException e) {
            if (isNoneFree(e) && !isSilent.getAsBoolean()) {
                return Finding.BUSY;
            }
            LOG.warnf("Not ready: %s", DatabaseFault.words(e));
            return Finding.missing("There is no connection to the database to be had.");
        }
    }

    /** Whoever waits for a connection waits longer than for the pulse, which would have told of a silence by now. */
    private Finding late() {
        return isSilent.getAsBoolean() ? Trial.late() : Finding.BUSY;
    }

    private static boolean isNoneFree(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(NONE_FREE);
    }
}
