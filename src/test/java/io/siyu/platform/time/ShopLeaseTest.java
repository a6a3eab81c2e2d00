package io.siyu.platform.time;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ShopLeaseTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofSeconds(-1);

    @Inject
    Sql sql;

    private ShopLease lease;

    @BeforeEach
    void makeTable() {
        sql.update(
                "CREATE TABLE lease_test (shop_id BIGINT PRIMARY KEY, lease_owner VARCHAR(40), lease_until DATETIME(6))");
        sql.update("INSERT INTO lease_test (shop_id) VALUES (1), (2)");
        lease = new ShopLease(sql, "lease_test");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE lease_test");
    }

    @Test
    void isTakenByOneAndForOneShop() {
        assertThat(lease.take(1, "a", LONG)).isTrue();
        assertThat(lease.take(1, "b", LONG)).isFalse();
        assertThat(lease.take(2, "b", LONG)).isTrue();
        assertThat(free()).isZero();
    }

    @Test
    void isKeptAndReleasedByItsOwnerOnly() {
        lease.take(1, "a", LONG);

        assertThat(lease.keep(1, "b", LONG)).isFalse();
        lease.release(1, "b");
        assertThat(lease.keep(1, "a", LONG)).isTrue();
        lease.release(1, "a");
        assertThat(lease.keep(1, "a", LONG)).isFalse();
        assertThat(free()).isEqualTo(2);
    }

    @Test
    void lapsesByItselfButIsTheOwnersUntilSomebodyTakesIt() {
        lease.take(1, "a", OVER);

        assertThat(free()).isEqualTo(2);
        assertThat(lease.keep(1, "a", OVER)).isTrue();
        assertThat(lease.take(1, "b", LONG)).isTrue();
        assertThat(lease.keep(1, "a", LONG)).isFalse();
    }

    private long free() {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM lease_test l WHERE " + ShopLease.isFree("l"), row -> row.longAt("n"))
                .orElseThrow();
    }
}
