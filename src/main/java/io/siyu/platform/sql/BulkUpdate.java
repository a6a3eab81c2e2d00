package io.siyu.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes many rows that are there, each to values of its own: these go into a temporary table as {@link BulkInsert} puts
 * them, and one statement takes them over. Next to an INSERT .. ON DUPLICATE KEY UPDATE, which has to be read by the
 * server's parser and to find out first that it inserts nothing, that takes two thirds of the time.
 */
@ApplicationScoped
public class BulkUpdate {
    private static final Logger LOG = Logger.getLogger(BulkUpdate.class);
    private static final int FEW_ROWS = 50;
    private static final String STAGED = "staged_update";

    /** "Access denied to database", and MySQL's "violates GTID consistency". */
    private static final Set<Integer> NOT_ALLOWED = Set.of(1044, 1787);

    private final Sql sql;
    private final BulkInsert bulk;
    private volatile Boolean isStagingAllowed;

    BulkUpdate(Sql sql, BulkInsert bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    /**
     * A column and what it becomes.
     *
     * @param becomes an expression of the stored value, {@code %1$s}, and the given one, {@code %2$s}
     */
    public record Column(String name, String becomes) {
        public static Column taken(String name) {
            return new Column(name, "%2$s");
        }

        /** A null that is given changes nothing. */
        public static Column takenIfGiven(String name) {
            return new Column(name, "COALESCE(%2$s, %1$s)");
        }

        /** A value that is stored stays. */
        public static Column takenIfMissing(String name) {
            return new Column(name, "COALESCE(%1$s, %2$s)");
        }

        private String assignment(String given) {
            String stored = "t." + name;
            return stored + " = " + becomes.formatted(stored, given);
        }
    }

    /**
     * Which columns of which table change. Each changed row's {@code version} goes up.
     *
     * @param key the primary key's columns: the first values of each row
     * @param columns in the sequence of the rows' other values, each of them given once
     */
    public record Change(String table, List<String> key, List<Column> columns) {
        private String ofOne() {
            return "UPDATE " + table + " t SET " + assignments(column -> "?") + " WHERE " + keys("t.%1$s = ?", " AND ");
        }

        /** With a primary key: a server can be set to allow no table without one. */
        private String stage() {
            return "CREATE TEMPORARY TABLE " + STAGED + " (PRIMARY KEY (" + String.join(", ", key) + ")) AS SELECT "
                    + String.join(", ", names()) + " FROM " + table + " WHERE FALSE";
        }

        private BulkInsert.Table staged() {
            return new BulkInsert.Table(STAGED, names());
        }

        /** What was staged comes first, so that nothing but its rows is read and locked. */
        private String ofStaged() {
            return "UPDATE " + STAGED + " s STRAIGHT_JOIN " + table + " t ON " + keys("t.%1$s = s.%1$s", " AND ")
                    + " SET " + assignments(column -> "s." + column.name());
        }

        /** The columns that each row has a value of. */
        public List<String> names() {
            return Stream.concat(key.stream(), columns.stream().map(Column::name))
                    .toList();
        }

        private String keys(String each, String between) {
            return key.stream().map(each::formatted).collect(Collectors.joining(between));
        }

        private String assignments(Function<Column, String> given) {
            return columns.stream()
                            .map(column -> column.assignment(given.apply(column)))
                            .collect(Collectors.joining(", "))
                    + ", t.version = t.version + 1";
        }

        /** The values of a row as the statement for one of them has them. */
        private Object[] keyLast(Object[] row) {
            List<Object> values = new ArrayList<>(Arrays.asList(row));
            Collections.rotate(values, -key.size());
            return values.toArray();
        }
    }

    /**
     * Takes part in the running transaction: without one there is no table to put the rows in for more than one statement.
     *
     * @param rows none twice; one that is not there is not made
     */
    public void update(Change change, List<Object[]> rows) {
        if (rows.size() < FEW_ROWS || !isStagingAllowed()) {
            sql.batch(change.ofOne(), rows.stream().map(change::keyLast).toList());
            return;
        }
        // One may be left of a transaction that broke off.
        sql.update("DROP TEMPORARY TABLE IF EXISTS " + STAGED);
        sql.update(change.stage());
        bulk.insert(change.staged(), rows);
        sql.update(change.ofStaged());
        sql.update("DROP TEMPORARY TABLE " + STAGED);
    }

    /**
     * Not by MySQL before 8.0.13 within a transaction where it enforces GTIDs, and not to a login without the right to
     * temporary tables. There rows are updated one by one.
     */
    private boolean isStagingAllowed() {
        if (isStagingAllowed == null) {
            isStagingAllowed = QuarkusTransaction.requiringNew().call(this::stages);
        }
        return isStagingAllowed;
    }

    private boolean stages() {
        try {
            sql.update("CREATE TEMPORARY TABLE " + STAGED + " (id INT PRIMARY KEY)");
            sql.update("DROP TEMPORARY TABLE " + STAGED);
            return true;
        } catch (SqlFailure e) {
            if (!NOT_ALLOWED.contains(e.errorCode())) {
                throw e;
            }
            LOG.infof("The database allows no temporary tables here: large imports are slower. %s", e.getMessage());
            return false;
        }
    }
}
