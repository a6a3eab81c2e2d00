package io.siyu.platform.sql;

import io.agroal.api.AgroalDataSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Plain SQL for bulk paths, projections and reports. Takes part in the running transaction. Instants are bound as UTC,
 * enums by name.
 */
@ApplicationScoped
public class Sql {
    private static final int ROWS_A_STATEMENT = 500;

    private final AgroalDataSource dataSource;

    Sql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a row of an answer becomes. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultRow row) throws SQLException;
    }

    /** What happens with a row of an answer that is too long to be held. */
    @FunctionalInterface
    public interface Reader {
        void read(ResultRow row) throws SQLException;
    }

    @FunctionalInterface
    private interface Use<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    public <T> List<T> list(String sql, Mapper<T> mapper, Object... params) {
        return with(sql, statement -> {
            bind(statement, params);
            List<T> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                ResultRow row = new ResultRow(results);
                while (results.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        });
    }

    public <T> List<T> list(SqlFragment query, Mapper<T> mapper) {
        return list(query.text(), mapper, query.params().toArray());
    }

    public <T> Optional<T> first(SqlFragment query, Mapper<T> mapper) {
        return list(query, mapper).stream().findFirst();
    }

    public <T> Optional<T> first(String sql, Mapper<T> mapper, Object... params) {
        return list(sql, mapper, params).stream().findFirst();
    }

    /**
     * Reads row by row without holding them all. The reader must run no other statement of the same transaction: the
     * connection is busy.
     */
    public void forEach(String sql, Reader reader, Object... params) {
        with(sql, statement -> {
            statement.setFetchSize(Integer.MIN_VALUE);
            bind(statement, params);
            try (ResultSet results = statement.executeQuery()) {
                ResultRow row = new ResultRow(results);
                while (results.next()) {
                    reader.read(row);
                }
            }
            return null;
        });
    }

    /** The same with a query that was put together. */
    public void forEach(SqlFragment query, Reader reader) {
        forEach(query.text(), reader, query.params().toArray());
    }

    /** @return how many rows it changed */
    public int update(String sql, Object... params) {
        return with(sql, statement -> {
            bind(statement, params);
            return statement.executeUpdate();
        });
    }

    /** @return how many rows it changed */
    public int update(SqlFragment statement) {
        return update(statement.text(), statement.params().toArray());
    }

    /** The same statement for many sets of parameters, in one round trip where the driver can. */
    public int[] batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return with(sql, statement -> {
            for (Object[] params : rows) {
                bind(statement, params);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * An INSERT of many rows.
     *
     * @param into the statement up to the columns' names
     * @param onDuplicate what stands behind the values
     */
    public record Insertion(String into, String onDuplicate) {
        private String ofRows(int count, int columns) {
            String row = "(" + places(columns) + ")";
            return into + " VALUES " + String.join(",", Collections.nCopies(count, row)) + " " + onDuplicate;
        }
    }

    /** Rows by the hundred a statement: the driver's own way of making one of many keeps a copy of each value. */
    public void insert(Insertion insertion, List<Object[]> rows) {
        int whole = rows.size() - rows.size() % ROWS_A_STATEMENT;
        insert(insertion, rows.subList(0, whole), ROWS_A_STATEMENT);
        insert(insertion, rows.subList(whole, rows.size()), rows.size() - whole);
    }

    private void insert(Insertion insertion, List<Object[]> rows, int rowsAStatement) {
        if (rows.isEmpty()) {
            return;
        }
        with(insertion.ofRows(rowsAStatement, rows.get(0).length), statement -> {
            int place = 0;
            for (int i = 0; i < rows.size(); i++) {
                place = bind(statement, place, rows.get(i));
                if ((i + 1) % rowsAStatement == 0) {
                    statement.executeUpdate();
                    place = 0;
                }
            }
            return null;
        });
    }

    /** {@code ?,?,?}: as many places as an IN list has values. */
    public static String places(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    private <T> T with(String sql, Use<T> use) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.on(statement);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... params) throws SQLException {
        bind(statement, 0, params);
    }

    /** @return behind which place to go on */
    private static int bind(PreparedStatement statement, int behind, Object[] params) throws SQLException {
        int place = behind;
        for (Object param : params) {
            statement.setObject(++place, bindable(param));
        }
        return place;
    }

    private static Object bindable(Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
