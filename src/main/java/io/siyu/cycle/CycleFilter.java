package io.siyu.cycle;

import io.siyu.buyer.Tier;
import io.siyu.platform.json.Span;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Whose purchases, of what and until when a cycle is measured on. */
public class CycleFilter {
    private static final int LONGEST_WORDS = 500;

    @QueryParam("scope")
    @DefaultValue("auto")
    public CycleScope scope;

    @QueryParam("tier")
    @Parameter(description = "Only buyers who are in this tier now")
    public Tier tier;

    @QueryParam("cohort")
    @Parameter(description = "Only buyers whose first purchase day is in this month, yyyy-MM")
    public String cohort;

    @QueryParam("product")
    @Parameter(description = "Only purchases of this product, by its SKU or else its title as it stands in the orders")
    public String product;

    @QueryParam("category")
    @Parameter(
            description = "Only purchases of products whose titles hold all of these words; not together with product")
    public String category;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "As if later orders had not come; followers and tiers are those of now. The shop's today if left out")
    public LocalDate asOf;

    /** The shop's followers if they have bought often enough, else all buyers, with all that they ever bought. */
    public static CycleFilter auto() {
        CycleFilter filter = new CycleFilter();
        filter.scope = CycleScope.AUTO;
        return filter;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a cohort that is no month, and for what cannot go together */
    void check() {
        if (cohort != null && !isMonth(cohort)) {
            throw ErrorCode.VALIDATION_FAILED.problem("cohort", "Month", "A month like 2024-03.");
        }
        if (product != null && category != null) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "category", "Both", "Ask for a product or a category, not for both.");
        }
        checkWords("product", product);
        checkWords("category", category);
    }

    private static boolean isMonth(String text) {
        try {
            return Span.holds(YearMonth.parse(text).atDay(1));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void checkWords(String field, String words) {
        if (words != null && (words.isBlank() || words.length() > LONGEST_WORDS)) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "Size", "1 to " + LONGEST_WORDS + " characters.");
        }
    }

    boolean isWholeBasis() {
        return tier == null && cohort == null && !isOfProducts();
    }

    boolean isOfProducts() {
        return product != null || category != null;
    }

    CycleScope scopeOrAuto() {
        return scope == null ? CycleScope.AUTO : scope;
    }

    LocalDate dayIn(Shop shop, Clock clock) {
        return asOf == null ? shop.today(clock) : asOf;
    }

    /** What is asked for, by the names of the query; what is left open is not there. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new HashMap<>();
        asked.put("scope", scopeOrAuto());
        asked.put("tier", tier);
        asked.put("cohort", cohort);
        asked.put("product", product);
        asked.put("category", category);
        asked.put("asOf", asOf);
        asked.values().removeIf(Objects::isNull);
        return asked;
    }

    /** The same question again as a query, of a basis that is known by now. */
    String query(CycleScope of, LocalDate day) {
        List<String> parts = new ArrayList<>();
        add(parts, "scope", of.name().toLowerCase(Locale.ROOT));
        add(parts, "tier", tier == null ? null : tier.name());
        add(parts, "cohort", cohort);
        add(parts, "product", product);
        add(parts, "category", category);
        add(parts, "asOf", day.toString());
        return "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
