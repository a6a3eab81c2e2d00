package io.siyu.platform.language;

import jakarta.ws.rs.core.HttpHeaders;

import java.util.Locale;
import java.util.function.Predicate;

/** The languages that people are answered in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The first of them that the client accepts; English if it names none. */
    public static Language of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(Predicate.<String>isEqual(ENGLISH.tag).or(Predicate.isEqual(CHINESE.tag)))
                .findFirst()
                .filter(CHINESE.tag::equals)
                .map(tag -> CHINESE)
                .orElse(ENGLISH);
    }
}
