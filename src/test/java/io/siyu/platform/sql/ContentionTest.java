package io.siyu.platform.sql;

import org.junit.jupiter.api.Test;

import javax.transaction.xa.XAException;
import jakarta.transaction.RollbackException;

import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class ContentionTest {
    private static final SQLException DEADLOCK = new SQLException("Deadlock found", "40001", 1213);

    @Test
    void aStatementThatLostARace() {
        assertThat(Contention.isLostRace(new SqlFailure(DEADLOCK))).isTrue();
        assertThat(Contention.isLostRace(new SqlFailure(new SQLException("Duplicate entry", "23000", 1062))))
                .isFalse();
    }

    /** As Galera says that another node was first. */
    @Test
    void aCommitThatLostARace() {
        assertThat(Contention.isLostRace(new RuntimeException(failedCommit(DEADLOCK))))
                .isTrue();
    }

    /** It may have been done, so that it must not be done again. */
    @Test
    void aCommitOfWhichNobodyKnowsIsNone() {
        assertThat(Contention.isLostRace(failedCommit(new SQLException("Communications link failure", "08S01"))))
                .isFalse();
        assertThat(Contention.isLostRace(failedCommit(new SQLException("Got error 5 during COMMIT", "HY000", 1180))))
                .isFalse();
    }

    private static RollbackException failedCommit(SQLException cause) {
        XAException told = new XAException(XAException.XA_RBROLLBACK);
        told.initCause(cause);
        RollbackException failed = new RollbackException("ARJUNA016053: Could not commit transaction.");
        failed.addSuppressed(told);
        return failed;
    }
}
