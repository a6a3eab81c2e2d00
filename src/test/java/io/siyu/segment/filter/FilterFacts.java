package io.siyu.segment.filter;

import io.siyu.buyer.Tier;
import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.buyer.standing.RfmScore;
import io.siyu.platform.ids.Id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a filter can ask of a buyer, and whether it holds by a plain reading of it.
 *
 * @param status null while the buyer is on no list
 * @param forecast null if there is none
 */
record FilterFacts(
        long id,
        Tier tier,
        int purchaseDays,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal spend,
        String status,
        String account,
        Set<String> tags,
        List<Line> lines,
        Forecast forecast) {
    static final KeptCycle CYCLE = new KeptCycle(4001, 190);

    private static final LocalDate TODAY = Filters.TODAY;

    record Line(String title, String sku, boolean isCounted) {}

    record Forecast(double alive, double purchases30, double purchases90, BigDecimal spend, LocalDate nextDay) {}

    /** @param scale null if there is none */
    boolean meets(Filter filter, RfmScale scale) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> meets(part, scale));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().anyMatch(part -> meets(part, scale));
        }
        if (filter instanceof Filter.Not not) {
            return !meets(not.part(), scale);
        }
        if (filter instanceof Filter.Bought bought) {
            return lines.stream()
                    .filter(Line::isCounted)
                    .anyMatch(line -> bought.isSku()
                            ? bought.text().equals(line.sku())
                            : line.title()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(bought.text().toLowerCase(Locale.ROOT)));
        }
        if (filter instanceof Filter.In in) {
            return values(in.field(), scale).stream()
                    .anyMatch(value -> in.values().stream().anyMatch(wanted -> compare(value, wanted) == 0));
        }
        if (filter instanceof Filter.Within within) {
            return values(within.field(), scale).stream()
                    .map(LocalDate.class::cast)
                    .anyMatch(day -> !day.isBefore(TODAY) && !day.isAfter(TODAY.plusDays(within.days())));
        }
        return meets((Filter.Compare) filter, values(((Filter.Compare) filter).field(), scale));
    }

    private static boolean meets(Filter.Compare filter, List<Object> values) {
        Object wanted = filter.value();
        return switch (filter.comparison()) {
            case EQUAL -> values.stream().anyMatch(value -> compare(value, wanted) == 0);
            case UNEQUAL -> values.stream().noneMatch(value -> compare(value, wanted) == 0);
            case BELOW -> values.stream().anyMatch(value -> compare(value, wanted) < 0);
            case AT_MOST -> values.stream().anyMatch(value -> compare(value, wanted) <= 0);
            case ABOVE -> values.stream().anyMatch(value -> compare(value, wanted) > 0);
            case AT_LEAST -> values.stream().anyMatch(value -> compare(value, wanted) >= 0);
        };
    }

    /** All that the buyer has of a field, which may be nothing. */
    private List<Object> values(FilterField field, RfmScale scale) {
        RfmScore score = scale == null ? null : scale.scoreOf(purchaseDays, lastDay, spend);
        Object one =
                switch (field.word()) {
                    case "tier" -> tier.name();
                    case "rfm.r" -> score == null ? null : BigDecimal.valueOf(score.r());
                    case "rfm.f" -> score == null ? null : BigDecimal.valueOf(score.f());
                    case "rfm.m" -> score == null ? null : BigDecimal.valueOf(score.m());
                    case "daysSinceLast" ->
                        lastDay == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(lastDay, TODAY));
                    case "purchaseDays" -> BigDecimal.valueOf(purchaseDays);
                    case "spend" -> spend;
                    case "firstDay" -> firstDay;
                    case "lastDay" -> lastDay;
                    case "due" -> lastDay == null ? null : CYCLE.dueDay(purchaseDays, firstDay, lastDay);
                    case "account" -> account;
                    case "follower" -> status;
                    case "alive" -> forecast == null ? null : BigDecimal.valueOf(forecast.alive());
                    case "purchases30" -> forecast == null ? null : BigDecimal.valueOf(forecast.purchases30());
                    case "purchases90" -> forecast == null ? null : BigDecimal.valueOf(forecast.purchases90());
                    case "expectedSpend" -> forecast == null ? null : forecast.spend();
                    case "nextDay" -> forecast == null ? null : forecast.nextDay();
                    case "tag" -> null;
                    default -> throw new AssertionError("Not read plainly: " + field.word());
                };
        return field.word().equals("tag") ? new ArrayList<>(tags) : one == null ? List.of() : List.of(one);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }

    static FilterFacts draw(Random random) {
        int days = random.nextInt(5);
        LocalDate last = days == 0 ? null : TODAY.minusDays(random.nextInt(60));
        String status = random.nextInt(6) == 0
                ? null
                : Filters.field("follower").words().get(random.nextInt(5));
        Set<String> tags = new TreeSet<>();
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            if (status != null) {
                tags.add(Filters.TAGS.get(random.nextInt(3)));
            }
            String title = Filters.TITLES.get(random.nextInt(4)).toLowerCase(Locale.ROOT) + " 250g 杯x";
            String sku = random.nextBoolean() ? null : Filters.SKUS.get(random.nextInt(2));
            lines.add(new Line(title, sku, random.nextInt(4) > 0));
        }
        return new FilterFacts(
                Id.nextValue(),
                Tier.values()[random.nextInt(7)],
                days,
                last == null ? null : last.minusDays(random.nextInt(60)),
                last,
                money(random.nextInt(4000)),
                status,
                status == null || random.nextInt(3) == 0 ? null : Filters.ACCOUNTS.get(random.nextInt(2)),
                tags,
                lines,
                random.nextInt(3) == 0 ? null : forecast(random));
    }

    private static Forecast forecast(Random random) {
        return new Forecast(
                random.nextInt(5) / 4.0,
                random.nextInt(5) / 4.0,
                random.nextInt(5) / 4.0,
                random.nextInt(4) == 0 ? null : money(random.nextInt(4000)),
                random.nextInt(4) == 0 ? null : TODAY.plusDays(random.nextInt(60)));
    }

    static BigDecimal money(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
