package io.siyu.platform.language;

import jakarta.ws.rs.core.HttpHeaders;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that people are answered in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The one of them that the client likes best; English if it names none. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The one of them that the client likes best; English if it names none. A damaged range is passed over: whoever sends
     * it is refused, and that shall be told in some language all the same.
     *
     * @param acceptLanguage the values of the Accept-Language headers, may be null
     */
    public static Language of(List<String> acceptLanguage) {
        return acceptLanguage == null ? ENGLISH : askedFor(acceptLanguage).orElse(ENGLISH);
    }

    /** The one of them that the client likes best, if it names one. */
    public static Optional<Language> askedFor(List<String> acceptLanguage) {
        return acceptLanguage.stream()
                .filter(Objects::nonNull)
                .flatMap(header -> Arrays.stream(header.split(",")))
                .flatMap(Language::rangesOf)
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .flatMap(range -> spokenIn(range).stream())
                .findFirst();
    }

    /** Whether each of these headers is a list of languages as RFC 9110 has them, with weights from 0 to 1. */
    public static boolean areReadable(List<String> acceptLanguage) {
        return acceptLanguage.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .filter(text -> !text.isBlank())
                .allMatch(text -> rangesOf(text).findAny().isPresent());
    }

    private static Stream<LanguageRange> rangesOf(String text) {
        try {
            return LanguageRange.parse(text.strip()).stream();
        } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
            // The latter two are what it says to a range of nothing but dashes.
            return Stream.empty();
        }
    }

    private static Optional<Language> spokenIn(LanguageRange range) {
        String wanted = range.getRange();
        return Arrays.stream(values())
                .filter(language -> wanted.equals(language.tag) || wanted.startsWith(language.tag + "-"))
                .findFirst();
    }
}
