package io.siyu.platform.sql;

import com.mysql.cj.exceptions.CJCommunicationsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javax.transaction.xa.XAException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08S01 | 0    | Communications link failure",
                "08003 | 0    | No operations allowed after connection closed.",
                "08004 | 1040 | Too many connections",
                "08S01 | 1053 | Server shutdown in progress",
                "08S01 | 1047 | WSREP has not yet prepared node for application use",
                "HY000 | 1290 | The MySQL server is running with the --read-only option so it cannot execute this statement",
                "25006 | 1792 | Cannot execute statement in a READ ONLY transaction.",
                "HY000 | 1836 | Running in read-only mode",
                "HY000 | 2013 | Lost connection to MySQL server during query",
                "70100 | 1317 | Query execution was interrupted",
                "70100 | 1927 | Connection was killed",
                "HY000 | 1180 | Got error 149 during COMMIT",
                "28000 | 1045 | Access denied for user 'siyu'",
                "S1009 | 0    | No operations allowed after statement closed.",
                "S1000 | 0    | Operation not allowed after ResultSet closed",
                "      | 0    | Connection is closed",
                "      | 0    | Statement is closed",
                "      | 0    | Sorry, acquisition timeout!",
                "      | 0    | Acquisition timeout while waiting for new connection",
                "      | 0    | Exception while creating new connection",
                "      | 0    | This pool is closed and does not handle any more connections!",
                "      | 0    | Failing fast as the transaction has rolled back",
            })
    void aDatabaseThatIsNotThere(String state, int code, String message) {
        assertThat(DatabaseFault.in(wrapped(new SQLException(message, state, code))))
                .contains(DatabaseFault.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HY000 | 1021 | Disk full (/tmp/#sql); waiting for someone to free some space...",
                "HY000 | 1114 | The table 'shop_order' is full",
                "HY000 | 3    | Error writing file '/tmp/MY' (Errcode: 28 \"No space left on device\")",
                "HY000 | 3    | Error writing file './binlog' (OS errno 28 - No space left on device)",
                "HY000 | 1030 | Got error 28 \"No space left on device\" from storage engine InnoDB",
                "HY000 | 1026 | Error writing file 'x' (errno: 122)",
            })
    void aDiskThatIsFull(String state, int code, String message) {
        assertThat(DatabaseFault.in(wrapped(new SQLException(message, state, code))))
                .contains(DatabaseFault.FULL);
    }

    @ParameterizedTest
    @CsvSource({"40001, 1213", "HY000, 1205", "HY000, 1020"})
    void aRaceThatWasLostAgainAndAgain(String state, int code) {
        assertThat(DatabaseFault.in(wrapped(new SQLException("lost", state, code))))
                .contains(DatabaseFault.BUSY);
    }

    @Test
    void whateverTheDriverCallsIt() {
        assertThat(DatabaseFault.in(new SQLTransientConnectionException("Connection is not available")))
                .contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.in(new SQLNonTransientConnectionException("Could not connect")))
                .contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.in(new IllegalStateException(new CJCommunicationsException("link"))))
                .contains(DatabaseFault.UNAVAILABLE);
    }

    /** As the driver has it while rows are streamed: neither a number nor a state, the words are a stack. */
    @Test
    void aConnectionThatBreaksWhileRowsAreRead() {
        for (IOException broken : List.of(
                new SocketException("Socket closed"),
                new SocketTimeoutException("Read timed out"),
                new EOFException("Can not read response from server."))) {
            SQLException told = new SQLException("Error retrieving record: Unexpected Exception", "S1000", 0, broken);
            assertThat(DatabaseFault.in(wrapped(told))).contains(DatabaseFault.UNAVAILABLE);
            // A file or another service is no database.
            assertThat(DatabaseFault.in(new UncheckedIOException(broken))).isEmpty();
        }
        assertThat(DatabaseFault.in(wrapped(new SQLException("ours", "S1000", 0, new IOException("a file")))))
                .isEmpty();
    }

    @Test
    void aCommitThatFailedWhoeverSaysSo() {
        RollbackException told = new RollbackException("ARJUNA016053: Could not commit transaction.");
        told.addSuppressed(xa(new SQLException("Communications link failure", "08S01")));
        RollbackException toldWithoutTheReason = new RollbackException("ARJUNA016053: Could not commit transaction.");
        toldWithoutTheReason.addSuppressed(new XAException(XAException.XA_RBROLLBACK));

        assertThat(DatabaseFault.in(new RuntimeException(told))).contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.in(new RuntimeException(toldWithoutTheReason))).contains(DatabaseFault.UNAVAILABLE);
        assertThat(DatabaseFault.in(new HeuristicMixedException("who knows"))).contains(DatabaseFault.UNAVAILABLE);
    }

    @Test
    void aCommitThatLostARaceIsNoMoreThanThat() {
        RollbackException told = new RollbackException("ARJUNA016053: Could not commit transaction.");
        told.addSuppressed(xa(new SQLException("Deadlock found", "40001", 1213)));

        assertThat(DatabaseFault.in(told)).contains(DatabaseFault.BUSY);
    }

    @Test
    void mistakesOfOursAreNone() {
        RollbackException duplicate = new RollbackException("ARJUNA016053: Could not commit transaction.");
        duplicate.initCause(new PersistenceException(
                new SQLIntegrityConstraintViolationException("Duplicate entry 'a' for key 'b'", "23000", 1062)));
        IllegalStateException beside = new IllegalStateException("ours");
        beside.addSuppressed(new SQLException("Connection is closed"));

        assertThat(DatabaseFault.in(new SQLSyntaxErrorException("You have an error", "42000", 1064)))
                .isEmpty();
        assertThat(DatabaseFault.in(new BatchUpdateException("Data too long", "22001", 1406, new int[0])))
                .isEmpty();
        assertThat(DatabaseFault.in(new SQLException("--secure-file-priv option", "HY000", 1290)))
                .isEmpty();
        assertThat(DatabaseFault.in(duplicate)).isEmpty();
        assertThat(DatabaseFault.in(new RollbackException("set to roll back only")))
                .isEmpty();
        assertThat(DatabaseFault.in(beside)).isEmpty();
        assertThat(DatabaseFault.in(new NullPointerException())).isEmpty();
    }

    @Test
    void isToldInOneLine() {
        SQLException cause =
                new SQLException("Communications link failure\n\nThe last packet was sent long ago", "08S01");

        assertThat(DatabaseFault.words(wrapped(cause))).isEqualTo("SQLException: Communications link failure");
    }

    private static Throwable wrapped(SQLException e) {
        return new PersistenceException("could not execute", new SqlFailure(e));
    }

    private static XAException xa(SQLException cause) {
        XAException e = new XAException("Error trying to transactionCommit local transaction: ");
        e.initCause(cause);
        return e;
    }
}
