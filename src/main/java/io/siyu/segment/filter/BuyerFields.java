package io.siyu.segment.filter;

import io.siyu.buyer.Tier;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.filter.FilterField.Kind;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.stream.Stream;

/** What is stored with the buyer, or follows from it and the shop's standing. */
@ApplicationScoped
class BuyerFields implements FilterSource {
    private static final SqlFragment NOBODY = SqlFragment.of("FALSE");

    private static final List<FilterField> ALL = List.of(
            FilterField.of("tier", Kind.WORD, "b.tier")
                    .withWords(Stream.of(Tier.values()).map(Tier::name).toList()),
            score("rfm.r", RfmScale.Dimension.R),
            score("rfm.f", RfmScale.Dimension.F),
            score("rfm.m", RfmScale.Dimension.M),
            FilterField.of("daysSinceLast", Kind.NUMBER, (compared, asOf) -> SqlFragment.of(
                            "DATEDIFF(?, b.last_day)", asOf.today())
                    .add(compared)),
            FilterField.of("purchaseDays", Kind.NUMBER, "b.purchase_days"),
            FilterField.of("spend", Kind.NUMBER, "b.net_spend"),
            FilterField.of("firstDay", Kind.DAY, "b.first_day"),
            FilterField.of("lastDay", Kind.DAY, "b.last_day"),
            FilterField.of("due", Kind.DAY, (compared, asOf) -> asOf.standing()
                    .cycle()
                    .map(known -> known.dueDay().add(compared))
                    .orElse(NOBODY)));

    @Override
    public List<FilterField> fields() {
        return ALL;
    }

    @Override
    public int place() {
        return 10;
    }

    private static FilterField score(String word, RfmScale.Dimension dimension) {
        return FilterField.of(word, Kind.NUMBER, (compared, asOf) -> asOf.standing()
                .scale()
                .map(known -> SqlFragment.of("(")
                        .add(known.score(dimension, "b"))
                        .add(")")
                        .add(compared))
                .orElse(NOBODY));
    }
}
