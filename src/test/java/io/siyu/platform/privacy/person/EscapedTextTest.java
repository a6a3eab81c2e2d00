package io.siyu.platform.privacy.person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.BitSet;
import java.util.Set;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

class EscapedTextTest {
    private static final PersonWords LI =
            People.of(Set.of("李雷"), Set.of("+8613712345678"), Set.of(), Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\\u5f20\\u4e09,张三",
                "问\\\\u5f20三,问张三",
                "\\u{5F20}三,张三",
                "&#24352;&#x4e09;!,张三!",
                "&#24352&#19977,张三",
                "张&nbsp;三,张 三",
                "a\\/b\\nc,a/b c",
                "\\ud83d\\ude00,😀"
            })
    void readsAsTheSignsThatAreMeant(String written, String text) {
        assertThat(EscapedText.in(written).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "C:\\docs", "\\u5f2", "\\uzzzz", "&#9999999;", "R&D", "&amp", "\\"})
    void whatHasNoEscapeIsNone(String written) {
        assertThat(EscapedText.in(written)).isEmpty();
    }

    @Test
    void tellsWhereEachSignWasWritten() {
        EscapedText text = EscapedText.in("a\\u5f20b").orElseThrow();
        BitSet sign = new BitSet();
        sign.set(1);
        BitSet written = new BitSet();
        written.set(1, 7);
        assertThat(text.written(sign)).isEqualTo(written);
        assertThat(text.shown(written)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "电话\\u0031\\u0033712345678急,电话＿急",
                "&#49;3712345678,＿",
                "\\u674e\\u96f7 13712345678,＿ ＿",
                "\\u674e雷（1371234&#53;678）,＿（＿）",
                "\\u674e\\u96f7说太贵,\\u674e\\u96f7说太贵"
            })
    void noEscapeHidesAPersonAndNothingElseChanges(String written, String blanked) {
        assertThat(LI.blank(written, false)).isEqualTo(blanked.replace("＿", MARK));
        assertThat(LI.blank(LI.blank(written, false), false)).isEqualTo(blanked.replace("＿", MARK));
    }

    @Test
    void aNameThatIsUnsureIsToldInEscapesToo() {
        assertThat(LI.mayBeIn("\\u674e\\u96f7说太贵")).isTrue();
        assertThat(LI.mayBeIn("\\u674e\\u96f8说太贵")).isFalse();
    }
}
