package io.siyu.retrospective;

import io.siyu.buyer.Tier;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.sales.DaySales;
import io.siyu.retrospective.work.Named;

import java.util.List;

/** What was sold, by the last contact of the campaign before each order; each list adds up to what was attributed. */
public record Attribution(
        List<DaySales> byDay,
        List<Sold<Named>> byPost,
        List<SoldByScript> byScript,
        List<Sold<Named>> byAccount,
        List<Sold<Tier>> byTier,
        List<Sold<Named>> byStaff) {
    public record Sold<K>(K key, Sales sales) {}

    /** @param key null where a contact had no script; version the one that was sent */
    public record SoldByScript(Named key, Integer version, Sales sales) {}
}
