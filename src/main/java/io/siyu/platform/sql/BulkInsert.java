package io.siyu.platform.sql;

import com.mysql.cj.jdbc.JdbcStatement;
import io.agroal.api.AgroalDataSource;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts many new rows into a table: by LOAD DATA from memory where the server lets clients do that, which takes about half
 * the time, and else by inserts of many rows. Takes part in the running transaction. Either all rows are in as given
 * or it fails: what LOAD DATA would skip or cut with a warning is an error here.
 */
@ApplicationScoped
public class BulkInsert {
    private static final int FEW_ROWS = 50;

    private final AgroalDataSource dataSource;
    private final Sql sql;
    private volatile Boolean isLoadAllowed;

    BulkInsert(AgroalDataSource dataSource, Sql sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    /**
     * Rows that are on their way into a table: their text is put together beside whatever the caller does meanwhile.
     */
    public record Prepared(Table table, int size, List<Object[]> rows, CompletableFuture<LoadText> text) {}

    /** @param rows of values that are null, text, numbers, booleans, enums, days, instants or bytes; none may exist yet */
    public void insert(Table table, List<Object[]> rows) {
        insert(prepare(table, rows));
    }

    /** @param rows must not be changed any more */
    public Prepared prepare(Table table, List<Object[]> rows) {
        boolean isLoaded = rows.size() >= FEW_ROWS && isLoadAllowed();
        // What is text already is not held as rows as well.
        return isLoaded
                ? new Prepared(table, rows.size(), List.of(), CompletableFuture.supplyAsync(() -> text(rows)))
                : new Prepared(table, rows.size(), rows, null);
    }

    public void insert(Prepared prepared) {
        Table table = prepared.table();
        int rows = prepared.size();
        if (prepared.text() == null) {
            sql.batch(table.insert(), prepared.rows());
            return;
        }
        LoadText text = prepared.text().join();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(text.read());
            int loaded = statement.executeUpdate(table.load());
            SQLWarning warning = statement.getWarnings();
            if (loaded != rows || warning != null) {
                throw new SQLException("Of " + rows + " rows " + loaded + " were loaded into " + table.name(), warning);
            }
            text.release();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Servers allow it by a setting that MySQL 8 has off and MariaDB has on by default. */
    private boolean isLoadAllowed() {
        if (isLoadAllowed == null) {
            isLoadAllowed = sql.first("SELECT @@GLOBAL.local_infile AS allowed", row -> row.booleanAt("allowed"))
                    .orElse(false);
        }
        return isLoadAllowed;
    }

    /**
     * Where rows go.
     *
     * @param columns in the sequence of the rows' values
     */
    public record Table(String name, List<String> columns) {
        public static Table of(String name, String... columns) {
            return new Table(name, List.of(columns));
        }

        private String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + Sql.places(columns.size())
                    + ")";
        }

        private String load() {
            return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + name + " CHARACTER SET binary ("
                    + String.join(", ", columns) + ")";
        }
    }

    private static LoadText text(List<Object[]> rows) {
        LoadText text = new LoadText();
        rows.forEach(text::add);
        return text;
    }
}
