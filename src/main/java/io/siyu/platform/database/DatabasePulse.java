package io.siyu.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database all the time whether it is there. Once it is silent, requests are refused before they wait for it,
 * those that wait are ended, and work behind them after a while: a network that drops packets tells nobody anything.
 */
@ApplicationScoped
public class DatabasePulse {
    private static final Logger LOG = Logger.getLogger(DatabasePulse.class);

    /** Of a table: a node that was cut off from its cluster answers whatever needs none, and refuses all else. */
    public static final String QUESTION = "SELECT COUNT(*) FROM schema_lease";

    /** Seconds: nobody may be left with a connection of ours for long. */
    private static final String SESSION = "wait_timeout=30";

    private final DatabaseEntry entry;
    private final ConnectionPatience connections;
    private final AgroalDataSource pool;
    private final DatabaseConfig config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "database-pulse");
        thread.setDaemon(true);
        return thread;
    });
    private Connection connection;
    private long silentSince;
    private boolean isSwept;
    private volatile boolean silent;

    DatabasePulse(DatabaseEntry entry, ConnectionPatience connections, AgroalDataSource pool, DatabaseConfig config) {
        this.entry = entry;
        this.connections = connections;
        this.pool = pool;
        this.config = config;
    }

    /** Whether it did not answer when it was asked the last time. */
    public boolean isSilent() {
        return silent;
    }

    void start(@Observes StartupEvent event) {
        long pause = config.pulse().every().toMillis();
        thread.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Asks once. */
    void beat() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            // Whatever it is, it would be the last beat.
            LOG.error("Whether the database is there cannot be told", e);
        }
    }

    private void look() {
        boolean hadConnection = connection != null;
        String trouble = ask();
        if (trouble != null && hadConnection) {
            // Or whoever borrows one tries all of them in vain, one after another.
            pool.flush(AgroalDataSource.FlushMode.IDLE);
            trouble = ask();
            if (trouble == null) {
                // It has come back, or another one has taken its place: what was connected to the former one hangs.
                end(connections.endAll(), "has dropped its connections");
            }
        }
        if (trouble == null) {
            noteAnswer();
        } else {
            noteSilence(trouble);
        }
    }

    private void noteAnswer() {
        if (silent && !isSwept) {
            // What was sent into the silence may be lost for good, and its answer be waited for in vain.
            end(connections.endAll(), "was silent");
            // The pool lets go of the idle ones on a thread of its own: by the next beat it has done so.
            isSwept = true;
        } else if (silent) {
            silent = false;
            LOG.infof("The database answers again, after %d s", silence().toSeconds());
        }
    }

    private void noteSilence(String trouble) {
        if (!silent) {
            silentSince = System.nanoTime();
            silent = true;
            LOG.errorf("The database does not answer: requests are refused until it does (%s)", trouble);
        }
        isSwept = false;
        boolean isLong = silence().compareTo(config.pulse().endWorkAfter()) >= 0;
        end(isLong ? connections.endAll() : connections.endThoseOfRequests(), "is silent");
    }

    private void end(int ended, String why) {
        if (ended > 0) {
            LOG.warnf("The database %s: %d connections in use were ended", why, ended);
        }
        pool.flush(AgroalDataSource.FlushMode.IDLE);
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - silentSince);
    }

    /** @return what is wrong, or null */
    private String ask() {
        try {
            if (connection == null) {
                connection = entry.connect(
                        config.pulse().connectWithin(), config.pulse().connectWithin(), SESSION);
                connection.setNetworkTimeout(
                        Runnable::run, (int) config.pulse().answerWithin().toMillis());
            }
            try (Statement statement = connection.createStatement();
                    ResultSet one = statement.executeQuery(QUESTION)) {
                one.next();
            }
            return null;
        } catch (SQLException e) {
            drop();
            return DatabaseFault.words(e);
        }
    }

    private void drop() {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection had ended already", e);
            }
            connection = null;
        }
    }
}
