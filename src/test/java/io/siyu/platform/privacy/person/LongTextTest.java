package io.siyu.platform.privacy.person;

import io.siyu.support.Sought;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import static io.siyu.platform.privacy.person.LongText.MARGIN;
import static io.siyu.platform.privacy.person.LongText.WINDOW;
import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

class LongTextTest {
    private static final PersonWords WORDS = Sought.words();

    @Test
    void whatStandsAtTheEdgeOfAWindowIsFoundWhole() throws IOException {
        for (int edge : List.of(0, MARGIN, WINDOW - 2 * MARGIN, WINDOW - MARGIN, WINDOW)) {
            for (int at = Math.max(0, edge - Sought.PHONE.length() - 1); at <= edge + 1; at++) {
                String text = "，".repeat(at) + Sought.PHONE + "，".repeat(2 * WINDOW - at);
                BitSet expected = new BitSet();
                expected.set(at, at + Sought.PHONE.length());
                assertThat(LongText.findInLines(new StringReader(text), WORDS))
                        .as("at %d", at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aNumberThatAWindowCutsIsNoOtherNumber() throws IOException {
        for (int before = 0; before < 2 * Sought.PHONE.length(); before++) {
            int at = WINDOW - 2 * MARGIN - before;
            String text = "，".repeat(at) + "4711" + Sought.PHONE + "4711" + "，".repeat(WINDOW);
            assertThat(LongText.findInLines(new StringReader(text), WORDS).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aTextOfNothingButTheNameIsNothingButAMark() {
        assertThat(WORDS.blank(Sought.NAME.repeat(WINDOW), false)).isEqualTo(MARK);
    }

    @Test
    void aShortNameBesideWhatMakesItSureIsFoundAcrossTheEdgeToo() {
        PersonWords li = Sought.words("李雷");
        for (int at = 0; at < 20; at++) {
            String before = "，".repeat(WINDOW - MARGIN - at);
            String behind = "，".repeat(WINDOW);
            assertThat(li.blank(before + Sought.PHONE + " 李雷" + behind, false))
                    .isEqualTo(before + MARK + " " + MARK + behind);
        }
        assertThat(li.blank("李雷" + "，".repeat(WINDOW), false)).startsWith("李雷");
        assertThat(li.blank("李雷" + "，".repeat(WINDOW), true)).startsWith(MARK);
    }

    @Test
    void inLinesAShortNameIsSureOnlyBesideWhatMakesItSo() throws IOException {
        String text = "李雷\r\n" + Sought.PHONE + " 李雷\n李雷";
        BitSet found = LongText.findInLines(new StringReader(text), Sought.words("李雷"));
        assertThat(found.stream().boxed().map(text::charAt).map(String::valueOf).reduce("", String::concat))
                .isEqualTo(Sought.PHONE + "李雷");
        assertThat(found.nextSetBit(0)).isEqualTo(4);
    }

    @Test
    void noMoreThanAWindowIsLookedAtAtOnce() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        LongText.find(new Dashes(3_000_000), window -> {
            lengths.add(window.length());
            return new BitSet();
        });
        LongText.find("，".repeat(3_000_000), window -> {
            lengths.add(window.length());
            return new BitSet();
        });
        assertThat(lengths).hasSizeGreaterThan(50).allMatch(length -> length <= WINDOW);
    }

    /** So many that nobody would hold them, a few at a time. */
    private static final class Dashes extends Reader {
        private int left;

        Dashes(int count) {
            left = count;
        }

        @Override
        public int read(char[] to, int offset, int length) {
            int count = Math.min(Math.min(length, left), 1000);
            left -= count;
            java.util.Arrays.fill(to, offset, offset + count, '，');
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            left = 0;
        }
    }
}
