package io.siyu.support;

import io.siyu.platform.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes the database connection away from a transaction under way. */
@ApplicationScoped
public class LostConnection {
    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final String url;
    private final String user;

    LostConnection(
            Sql sql,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user) {
        this.sql = sql;
        this.transaction = transaction;
        this.url = url;
        this.user = user;
    }

    public void now() {
        kill(own());
    }

    /** When all work is done and only the commit is not. */
    public void atTheCommit() {
        long connection = own();
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

    private long own() {
        return sql.first("SELECT CONNECTION_ID() AS n", row -> row.longAt("n")).orElseThrow();
    }

    private void kill(long connection) {
        try (Connection other = DriverManager.getConnection(url, user, "");
                Statement statement = other.createStatement()) {
            statement.execute("KILL " + connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection cannot be killed", e);
        }
    }
}
