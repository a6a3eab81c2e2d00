package io.siyu.platform.idempotency;

import io.siyu.platform.sql.Sql;
import io.siyu.staff.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Can take the database connection away from a request whose work is done and whose transaction is not. */
@Alternative
@Priority(1)
@RequestScoped
public class BrokenOff implements JudgedShops {
    enum At {
        BEFORE_THE_ANSWER_IS_KEPT,
        BEFORE_THE_COMMIT
    }

    private static final AtomicReference<At> NEXT = new AtomicReference<>();

    private final Caller caller;
    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final String url;
    private final String user;

    BrokenOff(
            Caller caller,
            Sql sql,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user) {
        this.caller = caller;
        this.sql = sql;
        this.transaction = transaction;
        this.url = url;
        this.user = user;
    }

    /** The next request with a key. */
    static void next(At at) {
        NEXT.set(at);
    }

    @Override
    public void judge(long shopId) {
        caller.judge(shopId);
    }

    /** Asked for when the work is done. */
    @Override
    public Set<Long> shopIds() {
        At at = NEXT.getAndSet(null);
        if (at != null) {
            breakOff(at);
        }
        return caller.shopIds();
    }

    private void breakOff(At at) {
        long connection =
                sql.first("SELECT CONNECTION_ID() AS n", row -> row.longAt("n")).orElseThrow();
        if (at == At.BEFORE_THE_ANSWER_IS_KEPT) {
            kill(connection);
            return;
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                kill(connection);
            }

            @Override
            public void afterCompletion(int status) {
                // Nothing is left to do.
            }
        });
    }

    private void kill(long connection) {
        try (Connection own = DriverManager.getConnection(url, user, "");
                Statement statement = own.createStatement()) {
            statement.execute("KILL " + connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection cannot be killed", e);
        }
    }
}
