package io.siyu.platform.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

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
 * the requests may wait for minutes. It costs no way to the database. Knows which ones are out, so that they can be ended
 * when the database has gone silent.
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
    public void onConnectionAcquire(Connection connection) {
        boolean isForRequest = isForRequest();
        wait(connection, isForRequest && !LongWork.isUnderWay() ? config.requestPatience() : config.workPatience());
        lent.put(connection, isForRequest);
    }

    /** Whoever borrows it next has it tried first, for which nobody has more patience than a request. */
    @Override
    public void onConnectionReturn(Connection connection) {
        lent.remove(connection);
        wait(connection, config.requestPatience());
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        lent.remove(connection);
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

    private static boolean isForRequest() {
        return Arc.container() != null
                && Arc.container().requestContext().isActive()
                && CurrentRequestManager.get() != null;
    }
}
