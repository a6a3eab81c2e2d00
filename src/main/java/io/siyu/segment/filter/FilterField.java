package io.siyu.segment.filter;

import io.siyu.buyer.standing.ShopStanding;
import io.siyu.platform.sql.SqlFragment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that the filter language knows of a buyer.
 *
 * @param word the field's name in the language
 * @param words the values of a field whose values are words
 */
public record FilterField(String word, Kind kind, List<String> words, Meaning meaning) {

    /** What a field's values are. */
    public enum Kind {
        /** One of a few words, a String. */
        WORD("a word"),
        /** A BigDecimal. */
        NUMBER("a number"),
        /** A LocalDate. */
        DAY("a day such as 2026-11-30"),
        /** A String in quotes. */
        TEXT("a text in double quotes");

        private final String wording;

        Kind(String wording) {
            this.wording = wording;
        }

        String wording() {
            return wording;
        }

        boolean isOrdered() {
            return this == NUMBER || this == DAY;
        }

        String print(Object value) {
            return switch (this) {
                case NUMBER -> ((BigDecimal) value).toPlainString();
                case WORD, DAY -> value.toString();
                case TEXT -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            };
        }
    }

    /**
     * As of when a filter is asked.
     *
     * @param today the shop's
     */
    public record AsOf(LocalDate today, ShopStanding standing) {}

    /** What a field is in SQL. */
    @FunctionalInterface
    public interface Meaning {
        /**
         * @param compared a comparison with values, to stand behind the field's own value
         * @return a condition on rows of the table {@code buyer b}; of a value for which there are many, that any meets it
         */
        SqlFragment of(SqlFragment compared, AsOf asOf);
    }

    public FilterField {
        words = List.copyOf(words);
    }

    public static FilterField of(String word, Kind kind, Meaning meaning) {
        return new FilterField(word, kind, List.of(), meaning);
    }

    /** @param value the field's in SQL, as of any day */
    static FilterField of(String word, Kind kind, String value) {
        return of(word, kind, (compared, asOf) -> SqlFragment.of(value).add(compared));
    }

    /** @param rows {@code FROM} tables {@code WHERE} they are the buyer's, each with a value of the field */
    public static FilterField among(String word, Kind kind, String rows, String value) {
        return of(
                word,
                kind,
                (compared, asOf) -> among(rows, SqlFragment.of(value).add(compared)));
    }

    /** The same field of values that are words. */
    public FilterField withWords(List<String> all) {
        return new FilterField(word, kind, all, meaning);
    }

    /** That there is one among the rows of which the condition holds. */
    public static SqlFragment among(String rows, SqlFragment condition) {
        return SqlFragment.of("EXISTS (SELECT 1 " + rows + " AND ")
                .add(condition)
                .add(")");
    }
}
