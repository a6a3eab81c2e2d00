package io.siyu.follower.distribution;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.WorkConfig;
import io.siyu.shop.ShopRepository;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What uses up the attempts of a distribution, and what does not. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DistributionRunnerTest {
    private static final long SHOP = 17;

    @Inject
    Sql sql;

    @Inject
    BulkInsert bulk;

    @Inject
    WorkConfig config;

    @Inject
    DistributionPlan plan;

    @Inject
    DistributionBatch batch;

    @Inject
    ShopRepository shops;

    @Inject
    LeaseKeeper keeper;

    @Inject
    Drain drain;

    @Inject
    Clock clock;

    @Test
    void troubleWithTheDatabaseIsNoAttempt() {
        SQLException gone = new SQLException("Communications link failure", "08S01", 0);
        assertThat(attemptsAfter(new PersistenceException(gone))).isZero();
    }

    @Test
    void aMistakeOfOursIsOne() {
        assertThat(attemptsAfter(new IllegalStateException("ours"))).isEqualTo(1);
        assertThat(attemptsAfter(new StackOverflowError("ours as well"))).isEqualTo(1);
    }

    private int attemptsAfter(Throwable broken) {
        BreaksOff distributions = new BreaksOff(broken);
        new DistributionRunner(distributions, plan, batch, shops, keeper, drain, clock).run(SHOP);
        return distributions.attempts;
    }

    /** Its distribution breaks off at each first step. */
    private final class BreaksOff extends FollowerDistributionRepository {
        private final Throwable broken;
        private int attempts;

        BreaksOff(Throwable broken) {
            super(sql, bulk, config);
            this.broken = broken;
        }

        @Override
        boolean take(long shopId, String owner) {
            return true;
        }

        @Override
        boolean keep(long shopId, String owner) {
            return true;
        }

        @Override
        void look(long shopId, String owner) {
            if (broken instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) broken;
        }

        @Override
        Optional<FollowerDistribution> findActive(long shopId) {
            return Optional.of(new FollowerDistribution(
                    shopId,
                    1,
                    DistributionStatus.RUNNING,
                    "{}",
                    null,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    false,
                    attempts,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null));
        }

        @Override
        void countFailure(FollowerDistribution job) {
            attempts++;
        }
    }
}
