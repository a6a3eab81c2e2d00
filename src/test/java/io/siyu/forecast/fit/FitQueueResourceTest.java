package io.siyu.forecast.fit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FitQueueResourceTest {
    private static final LocalDate DAY = LocalDate.parse("2027-01-01");

    @Inject
    ForecastFitRepository fits;

    @Inject
    ForecastSchedule schedule;

    /** At three in the morning all shops are fitted anew, one after the other. */
    @Test
    void whoWaitsForAFitDoesNotWaitForTheNightsOfOtherShops() {
        List<Long> shops = Stream.generate(() -> Long.valueOf(TestShop.create().id()))
                .limit(3)
                .toList();
        QuarkusTransaction.begin();
        try {
            shops.forEach(shop -> schedule.lock(shop, Instant.now(), Instant.now()));
            fits.queue(shops.get(0), Id.nextValue(), DAY, null, Instant.now());
            fits.queue(shops.get(1), Id.nextValue(), DAY, null, Instant.now());
            fits.queue(shops.get(2), Id.nextValue(), DAY, "marketer", Instant.now());

            assertThat(fits.listShopsWithDueFits(1000).stream()
                            .filter(shops::contains)
                            .toList())
                    .containsExactly(shops.get(2), shops.get(0), shops.get(1));
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
