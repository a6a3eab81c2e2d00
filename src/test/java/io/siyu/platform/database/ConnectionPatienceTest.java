package io.siyu.platform.database;

import com.mysql.cj.jdbc.JdbcConnection;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ConnectionPatienceTest {
    private static final int MANY = 200;

    @Inject
    ConnectionPatience patience;

    @Inject
    AgroalDataSource pool;

    @Inject
    DatabaseConfig config;

    @Test
    void workBehindTheRequestsHasMorePatienceThanTheyHave() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .isEqualTo((int) config.workPatience().toMillis());
        }
    }

    @Test
    void whatIsIdleIsTriedWithLessPatienceThanAnyStatement() throws SQLException {
        JdbcConnection plain;
        try (Connection connection = pool.getConnection()) {
            plain = connection.unwrap(JdbcConnection.class);
        }

        assertThat(plain.getNetworkTimeout())
                .isEqualTo((int) config.trialPatience().toMillis())
                .isLessThan((int) config.requestPatience().toMillis());
    }

    @Test
    void whatTicksForAllWorkHasNoMorePatienceThanARequest() {
        List<String> clocks = Thread.getAllStackTraces().keySet().stream()
                .filter(ConnectionPatience::isClock)
                .map(thread -> thread.getClass().getSimpleName())
                .toList();

        assertThat(clocks)
                .contains("QuartzSchedulerThread", "ClusterManager", "MisfireHandler")
                .doesNotContain("WorkerThread");
    }

    @Test
    void knowsOnlyThoseThatAreOut() throws SQLException {
        for (int i = 0; i < MANY; i++) {
            pool.getConnection().close();
        }

        assertThat(patience.lent())
                .isLessThanOrEqualTo(
                        pool.getConfiguration().connectionPoolConfiguration().maxSize());
    }
}
