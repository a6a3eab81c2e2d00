package io.siyu.platform.time;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class LeaseKeeperTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(600);

    @Inject
    Sql sql;

    @Inject
    LeaseKeeper keeper;

    private ShopLease lease;

    @BeforeEach
    void makeTable() {
        sql.update(
                "CREATE TABLE keeper_test (shop_id BIGINT PRIMARY KEY, lease_owner VARCHAR(60), lease_until DATETIME(6))");
        sql.update("INSERT INTO keeper_test (shop_id) VALUES (1)");
        lease = new ShopLease(sql, "keeper_test");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE keeper_test");
    }

    @Test
    void prolongsAgainAndAgainWithoutTheWorkersHelp() {
        lease.take(1, "a", SHORT);
        Instant first = until();
        try (LeaseKeeper.Kept kept = keeper.keep(kept("a"))) {
            Waiting.until("the lease is several leases long", PATIENCE, () -> until().isAfter(first.plusSeconds(2)));
            assertThat(kept.isLost()).isFalse();
        }
        Waiting.until("a lease that nobody keeps lapses", PATIENCE, () -> lease.take(1, "b", SHORT));
    }

    @Test
    void noticesThatSomebodyElseHasIt() {
        lease.take(1, "a", SHORT);
        try (LeaseKeeper.Kept kept = keeper.keep(kept("a"))) {
            sql.update("UPDATE keeper_test SET lease_owner = 'b'");
            Waiting.until("it is known to be lost", PATIENCE, kept::isLost);
        }
    }

    @Test
    void isProlongedAgainAfterWhateverWentWrong() {
        AtomicInteger signs = new AtomicInteger();
        LeaseKeeper.Lease lease = new LeaseKeeper.Lease(
                "the test",
                SHORT,
                () -> {
                    if (signs.incrementAndGet() == 1) {
                        throw new StackOverflowError("ours");
                    }
                    return true;
                },
                () -> {});
        try (LeaseKeeper.Kept kept = keeper.keep(lease)) {
            Waiting.until("it is prolonged again and again", PATIENCE, () -> signs.get() > 2);
            assertThat(kept.isLost()).isFalse();
        }
    }

    /** A worker that was frozen: its transaction asks for the lease first, and finds another owner. */
    @Test
    void whoLostItWritesNothing() {
        lease.take(1, "a", Duration.ofSeconds(-1));
        assertThat(lease.take(1, "b", Duration.ofMinutes(1))).isTrue();
        boolean isWritten = Contention.inTransaction(() -> lease.keep(1, "a", SHORT));
        assertThat(isWritten).isFalse();
        assertThat(lease.isOf(1, "a")).isFalse();
        assertThat(lease.isOf(1, "b")).isTrue();
    }

    private LeaseKeeper.Lease kept(String owner) {
        return new LeaseKeeper.Lease(
                "the test", SHORT, () -> lease.keep(1, owner, SHORT), () -> lease.release(1, owner));
    }

    private Instant until() {
        return sql.first("SELECT lease_until FROM keeper_test", row -> row.instantAt("lease_until"))
                .orElseThrow();
    }
}
