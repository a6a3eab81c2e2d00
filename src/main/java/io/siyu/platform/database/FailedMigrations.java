package io.siyu.platform.database;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jboss.logging.Logger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Forgets that a migration failed, so that the next start tries it again: a database that went away in the middle is the
 * usual reason, and each statement of a migration may run twice. One that is wrong fails again, with its own error. That
 * several replicas do this at once is harmless: applying is done under Flyway's lock.
 */
public class FailedMigrations implements Callback {
    private static final Logger LOG = Logger.getLogger(FailedMigrations.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "failed-migrations";
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        Configuration configuration = context.getConfiguration();
        try {
            if (exists(connection, configuration.getTable())) {
                forget(connection, configuration.getTable());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The history of migrations cannot be read", e);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?")) {
            statement.setString(1, table);
            try (ResultSet count = statement.executeQuery()) {
                return count.next() && count.getInt(1) > 0;
            }
        }
    }

    private static void forget(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int failed = statement.executeUpdate("DELETE FROM " + table + " WHERE success = 0");
            if (failed > 0) {
                LOG.warnf("%d migration(s) had failed and are tried again", failed);
            }
        }
    }
}
