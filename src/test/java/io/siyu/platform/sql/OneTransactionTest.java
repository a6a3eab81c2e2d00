package io.siyu.platform.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import io.siyu.support.LostConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is done beside the database when work is committed, refused, or nobody knows. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OneTransactionTest {
    @Inject
    Sql sql;

    @Inject
    LostConnection connection;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeTable() {
        sql.update("CREATE TABLE one_transaction_test (id BIGINT PRIMARY KEY)");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE one_transaction_test");
    }

    @Test
    void workThatIsCommittedIsTold() {
        OneTransaction.run(this::write);
        assertThat(told).containsExactly("committed");
    }

    @Test
    void workThatFailsIsTakenBack() {
        assertThatThrownBy(() -> OneTransaction.run(() -> {
                    write();
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told).containsExactly("rolled back");
    }

    /** The commit may have arrived: what the rows speak of must be there. */
    @Test
    void workWhoseCommitFailsIsNotTakenBack() {
        assertThatThrownBy(() -> OneTransaction.run(() -> {
                    write();
                    connection.atTheCommit();
                    return null;
                }))
                .satisfies(e -> assertThat(DatabaseFault.in(e)).contains(DatabaseFault.UNAVAILABLE));
        assertThat(told).isEmpty();
    }

    private Void write() {
        OneTransaction.onceCommitted(() -> told.add("committed"));
        OneTransaction.onceRolledBack(() -> told.add("rolled back"));
        sql.update("INSERT INTO one_transaction_test VALUES (1)");
        return null;
    }
}
