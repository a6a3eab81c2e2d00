package io.siyu.platform.language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|ENGLISH",
                "zh|CHINESE",
                "ZH-Hans-CN|CHINESE",
                "fr, zh;q=0.5, en;q=0.4|CHINESE",
                "zh;q=0.4, en;q=0.5|ENGLISH",
                "zh;q=0|ENGLISH",
                "de|ENGLISH",
                "*|ENGLISH",
                "*;q=2|ENGLISH",
                "*;q=2, zh|CHINESE",
                "zh;q=abc|ENGLISH",
                "zh;q=-1, en|ENGLISH",
                "zhx|ENGLISH",
                "_|ENGLISH",
                ",,;|ENGLISH",
                "zh;q|ENGLISH",
                "zh;q=NaN|ENGLISH"
            })
    void takesTheBestThatItSpeaksAndPassesOverWhatIsDamaged(String header, Language language) {
        assertThat(Language.of(header == null ? null : List.of(header))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8|true",
                "*|true",
                "en; q=1.0|true",
                "'en, ,zh,'|true",
                "''|true",
                "de-x-private|true",
                "*;q=2|false",
                "zh;q=-0.1|false",
                "zh;q=NaN|false",
                "zh;q=|false",
                "en,zh;q=abc|false",
                "zh_CN|false",
                "-|false"
            })
    void tellsWhetherAHeaderIsAListOfLanguages(String header, boolean isOne) {
        assertThat(Language.areReadable(List.of("en", header))).isEqualTo(isOne);
    }

    @ParameterizedTest
    @CsvSource({"en,zh,ENGLISH", "zh,en,CHINESE", "*;q=2,zh,CHINESE"})
    void readsSeveralHeadersAsOne(String first, String second, Language language) {
        assertThat(Language.of(Arrays.asList(first, second))).isEqualTo(language);
    }
}
