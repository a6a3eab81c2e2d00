package io.siyu.platform.database;

import com.mysql.cj.jdbc.JdbcConnection;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.quartz.core.QuartzSchedulerThread;
import org.quartz.impl.jdbcjobstore.JobStoreSupport;

import jakarta.inject.Singleton;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each connection that is borrowed the patience of whoever borrows it: a request's is over in seconds, work behind
 * the requests may wait for minutes. What ticks for all that work has no more patience than a request: its statements
 * are small, and a replica whose clock waits does nothing in time. It costs no way to the database. Knows which ones are
 * out, so that they can be ended when the database has gone silent.
 */
@Singleton
public class ConnectionPatience implements AgroalPoolInterceptor {
    private final DatabaseConfig config;

    /** By the connection, whether a request has it. */
    private final Map<Connection, Boolean> lent = Collections.synchronizedMap(new IdentityHashMap<>());

    ConnectionPatience(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public void onConnectionAcquire(Connection wrapper) {
        Connection connection = plain(wrapper);
        boolean isForRequest = isForRequest();
        wait(
                connection,
                isForRequest || isClock(Thread.currentThread()) ? config.requestPatience() : config.workPatience());
        lent.put(connection, isForRequest);
    }

    /** Whoever borrows it next has it tried first, and may have to try the next one and wait for a new one after that. */
    @Override
    public void onConnectionReturn(Connection wrapper) {
        Connection connection = plain(wrapper);
        lent.remove(connection);
        wait(connection, config.trialPatience());
    }

    @Override
    public void onConnectionDestroy(Connection wrapper) {
        lent.remove(plain(wrapper));
    }

    /** Whoever waits for an answer on one of them gets an exception instead. @return how many */
    int endThoseOfRequests() {
        return end(false);
    }

    /** @return how many */
    int endAll() {
        return end(true);
    }

    private int end(boolean isOfWorkToo) {
        List<Connection> ended = new ArrayList<>();
        synchronized (lent) {
            lent.forEach((connection, isOfRequest) -> {
                if (isOfRequest || isOfWorkToo) {
                    ended.add(connection);
                }
            });
        }
        ended.forEach(ConnectionPatience::end);
        return ended.size();
    }

    /** How many are out. */
    int lent() {
        return lent.size();
    }

    /** The pool has another wrapper each time. */
    private static Connection plain(Connection wrapper) {
        try {
            return wrapper.unwrap(JdbcConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("The pool has a connection of another driver", e);
        }
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // Then it has ended already.
        }
    }

    private static void wait(Connection connection, Duration patience) {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        } catch (SQLException e) {
            // It is closed, as its borrower will notice.
        }
    }

    /** One of the threads by which Quartz keeps time; those of its store are told only by the names of their classes. */
    static boolean isClock(Thread thread) {
        return thread instanceof QuartzSchedulerThread
                || thread.getClass().getPackageName().equals(JobStoreSupport.class.getPackageName());
    }

    private static boolean isForRequest() {
        return Arc.container() != null
                && Arc.container().requestContext().isActive()
                && CurrentRequestManager.get() != null;
    }
}
