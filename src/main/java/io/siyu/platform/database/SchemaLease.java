package io.siyu.platform.database;

import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.time.ShopLease;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jboss.logging.Logger;

import javax.sql.DataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One replica migrates at a time, also where each has a node of its own of a cluster: Flyway's lock is one server's, a row
 * is everybody's. It is leased by the database's clock, so that nobody waits for long for one that died in the middle.
 */
final class SchemaLease implements Callback {
    private static final Logger LOG = Logger.getLogger(SchemaLease.class);
    private static final int NO_SUCH_TABLE = 1146;
    private static final int LEASE_SECONDS = 15;
    private static final int BEATS_A_LEASE = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final String LAPSES = "lease_until = TIMESTAMPADD(SECOND, " + LEASE_SECONDS + ", UTC_TIMESTAMP(6))";

    private final DataSource connections;
    private final String owner = ShopLease.newOwner();
    private Connection connection;
    private ScheduledExecutorService pulse;

    SchemaLease(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE || event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "schema-lease";
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_MIGRATE) {
            take();
        } else {
            release();
        }
    }

    /** Waits for it as long as somebody else who is alive has it. */
    void take() {
        boolean isTold = false;
        try {
            connection = connections.getConnection();
            while (!isTaken()) {
                if (!isTold) {
                    isTold = true;
                    LOG.info("Another replica sets up the schema; waiting for it");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lease of the schema cannot be taken", e);
        }
        pulse = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "schema-lease");
            thread.setDaemon(true);
            return thread;
        });
        long beat = TimeUnit.SECONDS.toMillis(LEASE_SECONDS) / BEATS_A_LEASE;
        pulse.scheduleWithFixedDelay(this::renew, beat, beat, TimeUnit.MILLISECONDS);
    }

    private boolean isTaken() throws SQLException {
        try {
            return update("UPDATE schema_lease SET lease_owner = ?, " + LAPSES
                            + " WHERE id = 1 AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(6))")
                    == 1;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                create();
                return isTaken();
            }
            if (DatabaseFault.in(e).filter(DatabaseFault.BUSY::equals).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** No migration, as that one would have to be done under the lease. */
    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_lease (id INT NOT NULL PRIMARY KEY,"
                    + " lease_owner VARCHAR(80) NULL, lease_until DATETIME(6) NULL)");
            statement.execute("INSERT IGNORE INTO schema_lease (id) VALUES (1)");
        }
    }

    private void renew() {
        try {
            if (update("UPDATE schema_lease SET " + LAPSES + " WHERE id = 1 AND lease_owner = ?") == 0) {
                LOG.warn("The lease of the schema is lost: another replica migrates as well, which does no harm");
            }
        } catch (SQLException e) {
            LOG.warnf("The lease of the schema was not prolonged: %s", DatabaseFault.words(e));
        }
    }

    void release() {
        pulse.shutdownNow();
        try (Connection own = connection) {
            update("UPDATE schema_lease SET lease_owner = NULL, lease_until = NULL WHERE id = 1 AND lease_owner = ?");
        } catch (SQLException e) {
            LOG.warnf("The lease of the schema lapses by itself: %s", DatabaseFault.words(e));
        }
    }

    private synchronized int update(String statement) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, owner);
            return update.executeUpdate();
        }
    }
}
