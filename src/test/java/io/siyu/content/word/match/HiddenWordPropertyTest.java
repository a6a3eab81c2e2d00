package io.siyu.content.word.match;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** R11: a text is checked as the follower would read it, whatever hides a word in it. */
class HiddenWordPropertyTest {
    private static final WordMatcher BUILT_IN = WordMatcher.builtIn();

    @Property
    void whateverIsInvisibleBetweenItsLettersAWordIsFound(
            @ForAll("words") String word, @ForAll("invisible") List<String> between) {
        assertThat(BUILT_IN.findIn(parted(word, between)))
                .extracting(BannedWord::written)
                .isNotEmpty();
    }

    @Property
    void whateverSignsAndBlanksStandBetweenItsLettersAChineseWordIsFound(
            @ForAll("chineseWords") String word, @ForAll("ignorable") List<String> between) {
        String hidden = parted(word, between);

        assertThat(BUILT_IN.findIn("我们" + hidden + "的"))
                .as(hidden)
                .anyMatch(found ->
                        hidden.contains(found.written()) || found.written().contains(hidden));
    }

    @Property
    void theSameSignBetweenAllItsLettersHidesNoWord(@ForAll("words") String word, @ForAll("signs") String sign) {
        String hidden = String.join(sign, word.split(""));

        assertThat(BUILT_IN.findIn(hidden)).as(hidden).isNotEmpty();
    }

    @Property
    void oneLetterALineHidesNoWord(@ForAll("chineseWords") String word) {
        assertThat(BUILT_IN.findIn(String.join("\n", word.split("")))).as(word).isNotEmpty();
    }

    @Property
    void lettersThatAreTurnedAroundHideNoWord(@ForAll("chineseWords") String word) {
        assertThat(BUILT_IN.findIn("早\u202E" + new StringBuilder(word).reverse() + "\u202C"))
                .as(word)
                .isNotEmpty();
    }

    @Property
    void theEndOfAClauseKeepsTwoLettersApart(@ForAll("pairs") String word, @ForAll("clauseEnds") String end) {
        assertThat(BUILT_IN.findIn("我们" + word.charAt(0) + end + word.charAt(1) + "的"))
                .isEmpty();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(BuiltInWords.LIST.banned());
    }

    @Provide
    Arbitrary<String> chineseWords() {
        return words().filter(word -> word.chars().allMatch(Character::isIdeographic));
    }

    @Provide
    Arbitrary<String> pairs() {
        return chineseWords().filter(word -> word.length() == 2);
    }

    @Provide
    Arbitrary<List<String>> invisible() {
        return several(Arbitraries.of(
                "\u200B",
                "\u200C",
                "\u200D",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\uFE0F",
                "\u034F",
                "\u202E",
                "\u0301",
                "\u3164",
                "\uDB40\uDD00",
                "\u0008"));
    }

    @Provide
    Arbitrary<List<String>> ignorable() {
        return several(Arbitraries.oneOf(
                signs(), Arbitraries.of("\u200B", "\uFE0F", "\u00AD", "😊", "👨‍👩‍👧", "( )", "《", "\"", "——", "……")));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of(
                " ", "\u3000", "\u00A0", "\u2009", "\t", "-", "_", "*", "/", "\\", "|", "~", "·", "•", "+", "#", "^",
                "=", "☆");
    }

    @Provide
    Arbitrary<String> clauseEnds() {
        return Arbitraries.of(
                "，", "。", "！", "？", "；", "：", "、", ",", ";", "!", "?", ":", "\n", "\r\n", "\u2028", "｡", " ，", "。 ");
    }

    private static Arbitrary<List<String>> several(Arbitrary<String> of) {
        return of.list().ofMinSize(1).ofMaxSize(12);
    }

    /** The word with these between its letters, over again if it has more. */
    private static String parted(String word, List<String> between) {
        StringBuilder parted = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            parted.append(i == 0 ? "" : between.get(i % between.size())).append(word.charAt(i));
        }
        return parted.toString();
    }
}
