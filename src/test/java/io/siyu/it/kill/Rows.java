package io.siyu.it.kill;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the database holds, asked beside the service and never through the network that fails. */
final class Rows {
    private final Databases database;
    private final Queue<Connection> holding = new ConcurrentLinkedQueue<>();

    Rows(Databases database) {
        this.database = database;
    }

    /** 0 if there is none. To the last digit: most numbers here are ids. */
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

    /** Keeps these rows to itself until all are let go: whichever replica wants them waits. */
    void hold(String query) {
        for (Connection connection : database.connectToEach()) {
            holding.add(connection);
            hold(connection, query);
        }
    }

    private static void hold(Connection connection, String query) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet held = statement.executeQuery(query + " FOR UPDATE")) {
                if (!held.next()) {
                    throw new IllegalStateException("There is nothing to hold: " + query);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Nothing is held any more, whatever has happened. */
    void letGo() {
        Connection connection;
        while ((connection = holding.poll()) != null) {
            try (Connection held = connection) {
                held.rollback();
            } catch (SQLException e) {
                // It died with the database.
                System.out.println("Nothing is held any more: " + e.getMessage());
            }
        }
    }
}
