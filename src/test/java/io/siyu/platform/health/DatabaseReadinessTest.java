package io.siyu.platform.health;

import io.siyu.platform.sql.DatabaseFault;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseReadinessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NONE_FREE = "Sorry, acquisition timeout!";

    private final CountDownLatch given = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        given.countDown();
    }

    /** Asked for a connection, a pool. */
    @FunctionalInterface
    private interface Pool {
        Object connection() throws Exception;
    }

    @Test
    void aPoolThatIsBusyIsReadyWhileTheDatabaseAnswersElsewhere() {
        HealthCheckResponse answer = ask(false, failing(NONE_FREE));

        assertThat(DatabaseFault.isIn(new SQLException(NONE_FREE))).isTrue();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow()).containsEntry("state", "busy");
    }

    @Test
    void itNeedNotBeWaitedForUntilThePoolGivesUp() {
        HealthCheckResponse answer = ask(false, () -> {
            given.await();
            throw new SQLException(NONE_FREE);
        });

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow()).containsEntry("state", "busy");
    }

    @Test
    void aDatabaseThatRefusesConnectionsIsMissing() {
        assertMissing(ask(false, failing("Access denied")));
    }

    @Test
    void aSilentDatabaseIsMissingWithoutBeingAsked() {
        assertMissing(ask(true, () -> {
            throw new AssertionError("asked");
        }));
    }

    @Test
    void aDatabaseThatGoesSilentWhileAConnectionIsWaitedForIsMissing() {
        boolean[] isSilent = {false};
        DatabaseReadiness readiness = new DatabaseReadiness(() -> isSilent[0], pool(() -> {
            isSilent[0] = true;
            throw new SQLException(NONE_FREE);
        }));

        assertMissing(readiness.call().await().atMost(PATIENCE));
    }

    private static HealthCheckResponse ask(boolean isSilent, Pool pool) {
        return new DatabaseReadiness(() -> isSilent, pool(pool)).call().await().atMost(PATIENCE);
    }

    private static Pool failing(String words) {
        return () -> {
            throw new SQLException(words);
        };
    }

    private static DataSource pool(Pool pool) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, parameters) -> pool.connection());
    }

    private static void assertMissing(HealthCheckResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsKey("missing");
    }
}
