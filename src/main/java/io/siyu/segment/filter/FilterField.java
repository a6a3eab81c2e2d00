package io.siyu.segment.filter;

import io.siyu.buyer.Tier;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the filter language knows of a buyer. */
enum FilterField {
    TIER("tier", Kind.WORD, Stream.of(Tier.values()).map(Tier::name).toList()),
    R("rfm.r", Kind.NUMBER),
    F("rfm.f", Kind.NUMBER),
    M("rfm.m", Kind.NUMBER),
    DAYS_SINCE_LAST("daysSinceLast", Kind.NUMBER),
    PURCHASE_DAYS("purchaseDays", Kind.NUMBER),
    SPEND("spend", Kind.NUMBER),
    FIRST_DAY("firstDay", Kind.DAY),
    LAST_DAY("lastDay", Kind.DAY),
    DUE("due", Kind.DAY),
    TAG("tag", Kind.TEXT),
    ACCOUNT("account", Kind.TEXT),
    FOLLOWER("follower", Kind.WORD, List.of("CANDIDATE", "INVITED", "ADDED", "LOST", "OPTED_OUT")),
    ALIVE("alive", Kind.NUMBER),
    PURCHASES_30("purchases30", Kind.NUMBER),
    PURCHASES_90("purchases90", Kind.NUMBER),
    EXPECTED_SPEND("expectedSpend", Kind.NUMBER),
    NEXT_DAY("nextDay", Kind.DAY);

    /** What a field's values are. */
    enum Kind {
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

    private final String word;
    private final Kind kind;
    private final List<String> words;

    FilterField(String word, Kind kind) {
        this(word, kind, List.of());
    }

    FilterField(String word, Kind kind, List<String> words) {
        this.word = word;
        this.kind = kind;
        this.words = words;
    }

    /** The field's name in the language. */
    String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    /** The values of a field whose values are words. */
    List<String> words() {
        return words;
    }

    static Optional<FilterField> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
