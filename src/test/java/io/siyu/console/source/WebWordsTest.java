package io.siyu.console.source;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Each room of the console has its own words, in both languages; it says none that it does not know, and each is said. */
class WebWordsTest {
    @Test
    void wordsAreThereInBothLanguages() throws IOException {
        assertThat(new WebWords(WebSource.all()).complaints()).isEmpty();
    }

    @Test
    void eachWordIsSaid() throws IOException {
        assertThat(new WebWords(WebSource.all()).unused()).isEmpty();
    }

    /** So that one knows by its beginning where a word stands, and none covers that of another room. */
    @Test
    void wordsOfARoomHaveTheirOwnBeginnings() throws IOException {
        assertThat(new WebWords(WebSource.all()).sharedBeginnings()).isEmpty();
    }

    @Test
    void whatIsWrongIsFound() {
        WebWords words = new WebWords(List.of(
                new WebSource("base/messages.ts", """
                          'action.save': ['保存', 'Save'],
                          'action.half': ['一半'],
                          'time.days': ['{n} 天', '{days} d'],
                        """),
                new WebSource("tier/messages.ts", """
                        import { messages as base } from '../base/messages.ts';
                          'tiers.title': ['分层', 'Tiers'],
                          'rule.nth': ['第 {n} 条', 'Rule {n}'],
                          'action.undo': ['撤销', 'Undo'],
                        """),
                new WebSource(
                        "tier/siyu-tiers.ts",
                        "t('tiers.title') + t('action.save') + t(`tiers.${name}`) + t('rule.last')"),
                new WebSource("base/siyu-dialog.ts", "t('tiers.title') + word('status', 'OPEN')")));

        assertThat(words.complaints())
                .containsExactly(
                        "base/messages.ts: action.half has not two texts",
                        "base/messages.ts: the texts of time.days differ in what they are told",
                        "tier/siyu-tiers.ts has no word for rule.last",
                        "base/siyu-dialog.ts has no word for tiers.title",
                        "base/siyu-dialog.ts has no word for status\\..+");
        assertThat(words.unused()).containsExactly("action.undo", "rule.nth", "time.days");
        assertThat(words.sharedBeginnings()).containsExactly("action");
    }
}
