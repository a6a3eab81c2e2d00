package io.siyu.platform.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
    TransactionSynchronizationRegistry transaction;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

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
                    breakOffAtTheCommit();
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

    private void breakOffAtTheCommit() {
        long connection =
                sql.first("SELECT CONNECTION_ID() AS n", row -> row.longAt("n")).orElseThrow();
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

    private void kill(long connection) {
        try (Connection own = DriverManager.getConnection(url, user, "");
                Statement statement = own.createStatement()) {
            statement.execute("KILL " + connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The connection cannot be killed", e);
        }
    }
}
