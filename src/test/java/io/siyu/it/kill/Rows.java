package io.siyu.it.kill;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database holds, asked beside the service and never through the network that fails. */
final class Rows {
    private final Databases database;

    Rows(Databases database) {
        this.database = database;
    }

    /** 0 if there is none. */
    long number(String query) {
        List<String> texts = texts(query);
        return texts.isEmpty() || texts.get(0) == null ? 0 : new BigDecimal(texts.get(0)).longValue();
    }

    /** The first column of the first row, null if there is none. */
    String text(String query) {
        List<String> texts = texts(query);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** The first column. */
    List<String> texts(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (results.next()) {
                texts.add(results.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void update(String statement) {
        try (Connection connection = database.connect();
                Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    Connection connect() {
        return database.connect();
    }

    /** Keeps these rows to itself until it is closed: the replica at that place waits if it wants them. */
    AutoCloseable hold(int place, String query) {
        Connection holding = database.connectAt(place);
        try {
            holding.setAutoCommit(false);
            try (Statement statement = holding.createStatement()) {
                statement.executeQuery(query + " FOR UPDATE").close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
        return () -> {
            try (holding) {
                holding.rollback();
            }
        };
    }
}
