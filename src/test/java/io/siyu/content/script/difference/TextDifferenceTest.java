package io.siyu.content.script.difference;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** R10: a newer version is offered with its difference. */
class TextDifferenceTest {
    @Test
    void tellsWhatWasTakenOutAndWhatWasPutIn() {
        assertThat(TextDifference.between("老客八折，今天结束", "老客九折，今天结束"))
                .extracting(TextPiece::change)
                .contains(TextPiece.Change.SAME, TextPiece.Change.REMOVED, TextPiece.Change.ADDED);
        assertThat(TextDifference.between("早上好", "早上好")).containsExactly(new TextPiece(TextPiece.Change.SAME, "早上好"));
        assertThat(TextDifference.between(null, "早")).containsExactly(new TextPiece(TextPiece.Change.ADDED, "早"));
        assertThat(TextDifference.between("早", null)).containsExactly(new TextPiece(TextPiece.Change.REMOVED, "早"));
        assertThat(TextDifference.between(null, "")).isEmpty();
    }

    @Property
    void bothTextsCanBePutTogetherFromIt(
            @ForAll @CharRange(from = '一', to = '丁') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String from,
            @ForAll @CharRange(from = '一', to = '丁') @CharRange(from = 'a', to = 'c') @StringLength(max = 40)
                    String to) {
        List<TextPiece> pieces = TextDifference.between(from, to);

        assertThat(without(TextPiece.Change.ADDED, pieces)).isEqualTo(from);
        assertThat(without(TextPiece.Change.REMOVED, pieces)).isEqualTo(to);
    }

    @Test
    void textsThatShareNothingTakeNoTime() {
        String one = "早 上 好 ".repeat(800);
        String other = "x,y;z!".repeat(800);
        TextDifference.between(one, other);

        assertTimeout(Duration.ofSeconds(2), () -> TextDifference.between(one, other));
    }

    private static String without(TextPiece.Change change, List<TextPiece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.change() != change)
                .map(TextPiece::text)
                .collect(Collectors.joining());
    }
}
