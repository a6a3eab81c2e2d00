package io.siyu.segment.filter;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FilterParserTest {
    private static final String EXAMPLE = "tier in (VIP, LOYAL) and daysSinceLast > 30 and rfm.r >= 4 and due within 7"
            + " and bought \"茶\" and not tag = \"勿扰\" and account = \"小雅\" and alive >= 0.5 and expectedSpend > 100";

    @Provide
    Arbitrary<Filter> filters() {
        return Filters.all();
    }

    @Property
    void whatIsWrittenReadsAsTheSameFilter(@ForAll("filters") Filter filter) {
        assertThat(Filters.LANGUAGE.parse(filter.toString())).isEqualTo(filter);
    }

    @Property
    void anyTextIsAFilterOrToldWhereItIsNone(@ForAll String text) {
        try {
            assertThat(Filters.LANGUAGE.parse(text)).isNotNull();
        } catch (FilterSyntaxException e) {
            assertThat(e.position()).isBetween(1, Math.max(text.length(), FilterParser.LONGEST) + 1);
        }
    }

    @Test
    void readsTheLanguage() {
        assertThat(Filters.LANGUAGE.parse(EXAMPLE)).hasToString(EXAMPLE);
        Filter one = new Filter.Compare(Filters.field("spend"), Comparison.ABOVE, BigDecimal.ONE);
        Filter two = new Filter.Bought(true, "a \"b\" \\");
        assertThat(Filters.LANGUAGE.parse("spend>1 OR Spend > 1 and BOUGHT sku \"a \\\"b\\\" \\\\\""))
                .isEqualTo(new Filter.Or(List.of(one, new Filter.And(List.of(one, two)))));
        assertThat(Filters.LANGUAGE.parse("tier not in (vip)"))
                .isEqualTo(new Filter.Not(new Filter.In(Filters.field("tier"), List.of("VIP"))));
        assertThat(Filters.LANGUAGE.parse("due = 2026-11-30")).hasToString("due = 2026-11-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|a condition that begins with",
                "tier = GOLD|8|one of VIP, LOYAL",
                "tier > VIP|6|'=', '!=' or 'in'",
                "spend > abc|9|a number",
                "spend > 1 spend|11|'and', 'or' or the end",
                "due within x|12|a number",
                "due within 1.5|12|whole days",
                "due = 2026-02-30|7|a day that exists",
                "bought 7|8|a text in double quotes",
                "tag = \"open|7|no closing quote",
                "colour = 1|1|a condition that begins with",
                "(spend > 1|11|')'",
                "spend > 1; DROP TABLE buyer|10|';' has no meaning",
                "tier in ()|10|one of VIP"
            })
    void tellsWhereATextIsNoFilterAndWhatWasExpected(String text, int position, String expected) {
        FilterSyntaxException problem =
                catchThrowableOfType(FilterSyntaxException.class, () -> Filters.LANGUAGE.parse(text));
        assertThat(problem)
                .hasMessageContaining("At character " + position + ": ")
                .hasMessageContaining(expected);
        assertThat(problem.position()).isEqualTo(position);
    }

    /** In the sequence of the features that contribute them. */
    @Test
    void tellsAllFields() {
        assertThatThrownBy(() -> Filters.LANGUAGE.parse("colour = 1"))
                .hasMessageContaining(
                        "one of tier, rfm.r, rfm.f, rfm.m, daysSinceLast, purchaseDays, spend, firstDay, lastDay,"
                                + " due, tag, account, follower, alive, purchases30, purchases90, expectedSpend, nextDay,");
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> Filters.LANGUAGE.parse("(".repeat(21) + "spend > 1" + ")".repeat(21)))
                .hasMessageContaining("20 deep");
        assertThatThrownBy(() -> Filters.LANGUAGE.parse("not ".repeat(400) + "spend > 1"))
                .hasMessageContaining("20 deep");
        assertThatThrownBy(() -> Filters.LANGUAGE.parse("spend > 1" + " and spend > 1".repeat(50)))
                .hasMessageContaining("50 conditions");
        assertThatThrownBy(() -> Filters.LANGUAGE.parse(" ".repeat(2001))).hasMessageContaining("2000 characters");
        assertThatThrownBy(() -> Filters.LANGUAGE.parse("rfm.r in (1" + ", 1".repeat(100) + ")"))
                .hasMessageContaining("100 values");
    }
}
