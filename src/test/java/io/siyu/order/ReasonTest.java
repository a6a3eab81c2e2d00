package io.siyu.order;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTest {
    private static final Pattern PLACE = Pattern.compile("\\{.*?}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AS_TOLD")
    void everyReasonIsToldInBothLanguages(ReasonCode code) {
        assertThat(code.sentence(Language.CHINESE)).containsPattern(CHINESE).endsWith("。");
        assertThat(code.sentence(Language.ENGLISH))
                .containsPattern("[A-Za-z]{2}")
                .endsWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void bothSentencesTellTheSameParameters(ReasonCode code) {
        List<String> all = IntStream.range(0, code.paramCount())
                .mapToObj(n -> "{" + n + "}")
                .toList();

        assertThat(places(code, Language.ENGLISH)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(places(code, Language.CHINESE)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void putsTheParametersInTheirPlaces() {
        Reason reason = ReasonCode.WRONG_WIDTH.with(5, 12);

        assertThat(reason.in(Language.ENGLISH)).isEqualTo("The row has 5 cells, the header 12.");
        assertThat(reason.in(Language.CHINESE)).isEqualTo("这一行有 5 个单元格，表头有 12 个。");
        assertThat(ReasonCode.MISSING_COLUMNS.with("jd", "$1 {0}").in(Language.ENGLISH))
                .isEqualTo("The nearest format is jd, but these columns are missing: $1 {0}.");
    }

    @Property
    void isReadAsItWasStored(@ForAll ReasonCode code, @ForAll @Size(2) List<String> texts) {
        Reason reason = code.with(IntStream.range(0, code.paramCount())
                .mapToObj(n -> n + 1 < code.paramCount() ? texts.get(n).replace("|", "") : texts.get(n))
                .toArray());

        assertThat(Reason.parse(reason.stored())).isEqualTo(reason);
    }

    @Test
    void tellsWhatHasNoCodeAsItStands() {
        for (String stored : List.of("There is no date.", "", "NO_DATE|5", "WRONG_WIDTH|5", "WRONG_WIDTH", "A|B")) {
            assertThat(Reason.parse(stored).in(Language.ENGLISH)).isEqualTo(stored);
            assertThat(Reason.parse(stored).in(Language.CHINESE)).isEqualTo(stored);
        }
        assertThat(Reason.parse(null)).isNull();
    }

    @Test
    void isTakenOverFromTheRefusalOfAFile() {
        Reason reason = ReasonCode.EMPTY_FILE.with();

        assertThat(Reason.of(ErrorCode.UNKNOWN_FORMAT.problem("file", "Unreadable", reason)))
                .isEqualTo(reason);
        assertThat(Reason.of(ErrorCode.TOO_LARGE.problem("Too large.")))
                .isEqualTo(ReasonCode.AS_TOLD.with("Too large."));
    }

    private static List<String> places(ReasonCode code, Language language) {
        return PLACE.matcher(code.sentence(language))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
