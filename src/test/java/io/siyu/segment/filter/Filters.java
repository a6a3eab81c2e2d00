package io.siyu.segment.filter;

import io.siyu.follower.list.FollowerFields;
import io.siyu.forecast.ForecastFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Filters that anybody might write, over few values, so that they often hold. */
final class Filters {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final List<String> TAGS = List.of("勿扰", "茶客", "tag9");
    static final List<String> ACCOUNTS = List.of("小雅", "阿宁");
    static final List<String> SKUS = List.of("SKU-7", "sku-8");
    static final List<String> TITLES = List.of("茶", "Tea", "100%", "杯_");
    static final FilterLanguage LANGUAGE =
            new FilterLanguage(List.of(new ForecastFields(), new BuyerFields(), new FollowerFields()));
    private static final int DEPTH = 3;

    private Filters() {}

    static FilterField field(String word) {
        return LANGUAGE.field(word).orElseThrow();
    }

    static Arbitrary<Filter> all() {
        return nested(DEPTH);
    }

    private static Arbitrary<Filter> nested(int depth) {
        Arbitrary<Filter> single = conditions();
        if (depth == 0) {
            return single;
        }
        Arbitrary<Filter> inner = Arbitraries.lazy(() -> nested(depth - 1));
        Arbitrary<List<Filter>> parts = inner.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, single),
                Tuple.of(1, inner.map(Filter.Not::new)),
                Tuple.of(1, parts.map(Filter.And::new)),
                Tuple.of(1, parts.map(Filter.Or::new)));
    }

    private static Arbitrary<Filter> conditions() {
        Arbitrary<Filter> onField = Arbitraries.of(LANGUAGE.fields()).flatMap(Filters::on);
        Arbitrary<Filter> bought = Arbitraries.oneOf(
                Arbitraries.of(SKUS).map(sku -> new Filter.Bought(true, sku)),
                Arbitraries.of(TITLES).map(title -> new Filter.Bought(false, title)));
        return Arbitraries.frequencyOf(Tuple.of(9, onField), Tuple.of(1, bought));
    }

    private static Arbitrary<Filter> on(FilterField field) {
        Arbitrary<Object> values = values(field);
        Arbitrary<Comparison> comparisons = field.kind().isOrdered()
                ? Arbitraries.of(Comparison.values())
                : Arbitraries.of(Comparison.EQUAL, Comparison.UNEQUAL);
        Arbitrary<Filter> compare =
                Combinators.combine(comparisons, values).as((sign, value) -> new Filter.Compare(field, sign, value));
        Arbitrary<Filter> in = values.list().ofMinSize(1).ofMaxSize(3).map(some -> new Filter.In(field, some));
        Arbitrary<Filter> within = Arbitraries.integers().between(0, 40).map(days -> new Filter.Within(field, days));
        return field.kind() == FilterField.Kind.DAY
                ? Arbitraries.oneOf(compare, in, within)
                : Arbitraries.oneOf(compare, in);
    }

    private static Arbitrary<Object> values(FilterField field) {
        return switch (field.word()) {
            case "tier", "follower" -> Arbitraries.of(field.words()).map(word -> word);
            case "tag" -> Arbitraries.of(TAGS).map(word -> word);
            case "account" -> Arbitraries.of(ACCOUNTS).map(word -> word);
            case "rfm.r", "rfm.f", "rfm.m" ->
                Arbitraries.integers().between(1, 5).map(BigDecimal::valueOf);
            case "daysSinceLast" -> Arbitraries.integers().between(0, 60).map(BigDecimal::valueOf);
            case "purchaseDays" -> Arbitraries.integers().between(0, 4).map(BigDecimal::valueOf);
            case "spend", "expectedSpend" ->
                Arbitraries.integers().between(0, 4000).map(cents -> BigDecimal.valueOf(cents, 2));
            case "alive", "purchases30", "purchases90" ->
                Arbitraries.integers().between(0, 4).map(quarters -> BigDecimal.valueOf(25L * quarters, 2));
            case "firstDay", "lastDay", "due", "nextDay" ->
                Arbitraries.integers().between(-60, 60).map(TODAY::plusDays);
            default -> throw new AssertionError("No values are drawn for " + field.word());
        };
    }
}
