package io.siyu.forecast;

import io.siyu.buyer.merge.BuyerMergeUndone;
import io.siyu.buyer.merge.BuyersMerged;
import io.siyu.buyer.person.BuyerErased;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lets go what was expected of people who were erased, and of those who turned out to be others than was thought: the
 * next fit knows them anew.
 */
@ApplicationScoped
class ForecastsOfPeople {
    private final BuyerForecastWriter writer;

    ForecastsOfPeople(BuyerForecastWriter writer) {
        this.writer = writer;
    }

    void onBuyerErased(@Observes BuyerErased event) {
        writer.delete(event.shopId(), event.buyerIds());
    }

    void onBuyersMerged(@Observes BuyersMerged event) {
        List<Long> ids = event.pairs().stream()
                .flatMap(pair -> Stream.of(pair.keptId(), pair.goneId()))
                .toList();
        writer.delete(event.shopId(), ids);
    }

    void onMergeUndone(@Observes BuyerMergeUndone event) {
        writer.delete(event.shopId(), List.of(event.keptId(), event.goneId()));
    }
}
