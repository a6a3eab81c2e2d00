package io.siyu.segment.filter;

import io.siyu.segment.filter.FilterTokens.Token;
import io.siyu.segment.filter.FilterTokens.Type;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the filter language by recursive descent; "and" binds closer than "or", "not" closest. docs/segments.md has the
 * grammar.
 */
public final class FilterParser {
    public static final int LONGEST = 2000;
    private static final int DEEPEST = 20;
    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_VALUES = 100;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DAYS = 3660;

    private final FilterLanguage language;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int conditions;

    private FilterParser(FilterLanguage language, List<Token> tokens) {
        this.language = language;
        this.tokens = tokens;
    }

    /** @throws FilterSyntaxException telling where it is no filter and what was expected there */
    static Filter parse(String text, FilterLanguage language) {
        if (text.length() > LONGEST) {
            throw new FilterSyntaxException(LONGEST + 1, "a filter has at most " + LONGEST + " characters");
        }
        FilterParser parser = new FilterParser(language, FilterTokens.of(text));
        Filter filter = parser.either();
        if (parser.peek().type() != Type.END) {
            throw parser.expected("'and', 'or' or the end");
        }
        return filter;
    }

    private Filter either() {
        return several("or", this::both, Filter.Or::new);
    }

    private Filter both() {
        return several("and", this::single, Filter.And::new);
    }

    private Filter several(String word, Supplier<Filter> part, Function<List<Filter>, Filter> join) {
        List<Filter> parts = new ArrayList<>(List.of(part.get()));
        while (peek().isWord(word)) {
            next++;
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.get(0) : join.apply(parts);
    }

    private Filter single() {
        boolean isNot = peek().isWord("not");
        if (!isNot && !peek().isSign("(")) {
            return condition();
        }
        if (++depth > DEEPEST) {
            throw new FilterSyntaxException(peek().position(), "parentheses and 'not' go at most " + DEEPEST + " deep");
        }
        next++;
        Filter inner = isNot ? new Filter.Not(single()) : either();
        if (!isNot) {
            take(")");
        }
        depth--;
        return inner;
    }

    private Filter condition() {
        Token word = peek();
        if (++conditions > MOST_CONDITIONS) {
            throw new FilterSyntaxException(word.position(), "a filter has at most " + MOST_CONDITIONS + " conditions");
        }
        if (word.isWord("bought")) {
            next++;
            boolean isSku = peek().isWord("sku");
            next += isSku ? 1 : 0;
            return new Filter.Bought(isSku, text());
        }
        FilterField field =
                word.type() == Type.WORD ? language.field(word.text()).orElse(null) : null;
        if (field == null) {
            throw expected("a condition that begins with 'not', '(', 'bought' or one of " + language.listed());
        }
        next++;
        return condition(field);
    }

    private Filter condition(FilterField field) {
        Token token = peek();
        if (token.isWord("not") && tokens.get(next + 1).isWord("in")) {
            next++;
            return new Filter.Not(condition(field));
        }
        if (token.isWord("in")) {
            next++;
            return new Filter.In(field, values(field));
        }
        if (token.isWord("within") && field.kind() == FilterField.Kind.DAY) {
            next++;
            return new Filter.Within(field, days());
        }
        Comparison comparison =
                token.type() == Type.SIGN ? Comparison.of(token.text()).orElse(null) : null;
        if (comparison == null || (comparison.isOrdering() && !field.kind().isOrdered())) {
            throw expected(
                    switch (field.kind()) {
                        case NUMBER -> "'=', '!=', '<', '<=', '>', '>=' or 'in'";
                        case DAY -> "'=', '!=', '<', '<=', '>', '>=', 'in' or 'within'";
                        case WORD, TEXT -> "'=', '!=' or 'in'";
                    });
        }
        next++;
        return new Filter.Compare(field, comparison, value(field));
    }

    private List<Object> values(FilterField field) {
        take("(");
        List<Object> values = new ArrayList<>(List.of(value(field)));
        while (peek().isSign(",")) {
            next++;
            values.add(value(field));
            if (values.size() > MOST_VALUES) {
                throw new FilterSyntaxException(peek().position(), "a list has at most " + MOST_VALUES + " values");
            }
        }
        take(")");
        return values;
    }

    private Object value(FilterField field) {
        return switch (field.kind()) {
            case WORD -> word(field);
            case NUMBER -> number();
            case DAY -> day();
            case TEXT -> text();
        };
    }

    private String word(FilterField field) {
        Token token = peek();
        String word = token.text().toUpperCase(Locale.ROOT);
        if (token.type() != Type.WORD || !field.words().contains(word)) {
            throw expected("one of " + String.join(", ", field.words()));
        }
        next++;
        return word;
    }

    private BigDecimal number() {
        Token token = peek();
        if (token.type() != Type.NUMBER || token.text().length() > MOST_DIGITS) {
            throw expected("a number of at most " + MOST_DIGITS + " digits");
        }
        next++;
        return new BigDecimal(token.text());
    }

    private int days() {
        BigDecimal days = number();
        if (days.scale() > 0 || days.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            next--;
            throw expected("whole days, at most " + MOST_DAYS);
        }
        return days.intValueExact();
    }

    private LocalDate day() {
        Token token = peek();
        try {
            if (token.type() == Type.DAY) {
                LocalDate day = LocalDate.parse(token.text());
                next++;
                return day;
            }
        } catch (DateTimeException e) {
            throw expected("a day that exists");
        }
        throw expected(FilterField.Kind.DAY.wording());
    }

    private String text() {
        Token token = peek();
        if (token.type() != Type.TEXT || token.text().isBlank()) {
            throw expected(FilterField.Kind.TEXT.wording());
        }
        next++;
        return token.text();
    }

    private void take(String sign) {
        if (!peek().isSign(sign)) {
            throw expected("'" + sign + "'");
        }
        next++;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private FilterSyntaxException expected(String what) {
        return new FilterSyntaxException(peek().position(), "expected " + what + ", found " + peek().shown());
    }
}
