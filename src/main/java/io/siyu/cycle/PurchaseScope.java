package io.siyu.cycle;

import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whose purchases are read, and of what.
 *
 * @param followersOnly only buyers who are followers (ADDED) now
 */
record PurchaseScope(long shopId, boolean followersOnly, CycleFilter filter, LocalDate asOf) {
    /** An article that was taken out of its order, or sent back, stays in it with a quantity of 0. */
    private static final String WAS_BOUGHT = " AND (l.quantity IS NULL OR l.quantity > 0)";

    boolean isWholeShop() {
        return !followersOnly && filter.tier == null && filter.cohort == null;
    }

    /** On rows of the table buyer, as b. */
    SqlFragment buyers() {
        SqlFragment buyers = SqlFragment.of(followersOnly ? " AND b.follows" : "");
        if (filter.tier != null) {
            buyers = buyers.add(" AND b.tier = ?", filter.tier);
        }
        if (filter.cohort != null) {
            YearMonth month = YearMonth.parse(filter.cohort);
            buyers = buyers.add(" AND b.first_day BETWEEN ? AND ?", month.atDay(1), month.atEndOfMonth());
        }
        return buyers;
    }

    /**
     * On rows of the table order_line, as l. A product is what the platform calls it by, its SKU, or the title where it
     * has none; titles are compared to the letter, words of a category as the database's collation has them.
     */
    SqlFragment lines() {
        if (filter.product != null) {
            return SqlFragment.named(
                    WAS_BOUGHT + " AND (l.sku = :product"
                            + " OR (l.sku IS NULL OR l.sku = '') AND BINARY l.title = BINARY :product)",
                    Map.of("product", filter.product.strip()));
        }
        List<Object> words = Arrays.stream(filter.category.strip().split("\\s+"))
                .<Object>map(
                        word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
        return new SqlFragment(WAS_BOUGHT + " AND l.title LIKE ? ESCAPE '!'".repeat(words.size()), words);
    }
}
