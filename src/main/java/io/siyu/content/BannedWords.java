package io.siyu.content;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.github.houbb.sensitive.word.support.allow.WordAllows;
import com.github.houbb.sensitive.word.support.check.WordChecks;

import jakarta.inject.Singleton;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Finds the words that advertising law forbids, from our own list only; built at first use. */
@Singleton
public class BannedWords {
    private static final String LIST = "/content/banned-words.txt";

    private volatile SensitiveWordBs finder;

    /** The banned words in a text, each once, in their order. Case and full-width letters make no difference. */
    public List<String> findIn(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : finder().findAll(text).stream().distinct().toList();
    }

    private SensitiveWordBs finder() {
        if (finder == null) {
            synchronized (this) {
                if (finder == null) {
                    finder = build();
                }
            }
        }
        return finder;
    }

    private static SensitiveWordBs build() {
        List<String> words = readList();
        return SensitiveWordBs.newInstance()
                .wordDeny(() -> words)
                .wordAllow(WordAllows.empty())
                // The traditional-script tables would take a second to load, for copy that is written in simplified.
                .ignoreChineseStyle(false)
                .ignoreEnglishStyle(false)
                .ignoreNumStyle(false)
                .ignoreRepeat(false)
                .wordCheckWord(WordChecks.word())
                .enableNumCheck(false)
                .enableEmailCheck(false)
                .enableUrlCheck(false)
                .enableIpv4Check(false)
                .init();
    }

    private static List<String> readList() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BannedWords.class.getResourceAsStream(LIST), LIST), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of banned words cannot be read", e);
        }
    }
}
