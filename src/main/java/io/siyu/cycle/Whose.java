package io.siyu.cycle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whose purchases are read, and of what.
 *
 * @param followersOnly only buyers who are followers (ADDED) now
 */
record Whose(long shopId, boolean followersOnly, CycleFilter filter, LocalDate asOf) {
    /** An article that was taken out of its order, or sent back, stays in it with a quantity of 0. */
    private static final String WAS_BOUGHT = " AND (l.quantity IS NULL OR l.quantity > 0)";

    /** A condition with the values of its places. */
    record Condition(String text, List<Object> params) {
        static Condition of(String text, Object... params) {
            return new Condition(text, List.of(params));
        }
    }

    boolean isWholeShop() {
        return !followersOnly && filter.tier == null && filter.cohort == null;
    }

    /** On rows of the table buyer, as b. */
    Condition buyers() {
        StringBuilder text = new StringBuilder();
        List<Object> params = new ArrayList<>();
        if (followersOnly) {
            text.append(" AND b.follows");
        }
        if (filter.tier != null) {
            text.append(" AND b.tier = ?");
            params.add(filter.tier);
        }
        if (filter.cohort != null) {
            YearMonth month = YearMonth.parse(filter.cohort);
            text.append(" AND b.first_day BETWEEN ? AND ?");
            params.addAll(List.of(month.atDay(1), month.atEndOfMonth()));
        }
        return new Condition(text.toString(), params);
    }

    /**
     * On rows of the table order_line, as l. A product is what the platform calls it by, its SKU, or the title where it
     * has none; titles are compared to the letter, words of a category as the database's collation has them.
     */
    Condition lines() {
        if (filter.product != null) {
            return Condition.of(
                    WAS_BOUGHT + " AND (l.sku = ? OR (l.sku IS NULL OR l.sku = '') AND BINARY l.title = BINARY ?)",
                    filter.product.strip(),
                    filter.product.strip());
        }
        List<Object> words = Arrays.stream(filter.category.strip().split("\\s+"))
                .<Object>map(
                        word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
        return new Condition(WAS_BOUGHT + " AND l.title LIKE ? ESCAPE '!'".repeat(words.size()), words);
    }

    static Object[] params(Object first, Condition condition, Object... behind) {
        List<Object> params = new ArrayList<>(List.of(first));
        params.addAll(condition.params());
        params.addAll(List.of(behind));
        return params.toArray();
    }
}
