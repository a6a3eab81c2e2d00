package io.siyu.content.word.match;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** R11: 广告法's words and the shop's, and no false alarm. */
class WordMatcherTest {
    private static final WordMatcher BUILT_IN = WordMatcher.builtIn();

    @ParameterizedTest
    @CsvSource({
        "国 家 级, 国家级",
        "国\u200B家\u200B级, 国家级",
        "国-家-级, 国家级",
        "國家級, 国家级",
        "國 家 級, 国家级",
        "国　家　级, 国家级",
        "国\u00AD家\u2060级, 国家级",
        "国\uFE0F家\u20E3级, 国家级",
        "国·家·级, 国家级",
        "国_家_级, 国家级",
        "国/家/级, 国家级",
        "国｜家｜级, 国家级",
        "国～家～级, 国家级",
        "国🌟家🌟级, 国家级",
        "国【家】级, 国家级",
        "'国、家、级', 国家级",
        "'国，家，级', 国家级",
        "'国\n家\n级', 国家级",
        "'最\n佳', 最佳",
        "第—品牌, 第一品牌",
        "第-品牌, 第一品牌",
        "第ーー品牌店里的第ー品牌, 第一品牌",
        "唯—, 唯一",
        "第壹品牌, 第一品牌",
        "巔峯, 巅峰",
        "⾄尊, 至尊",
        "早\u202E级家国\u202C, 国家级",
        "顶 级 好茶, 顶级",
        "顶.级, 顶级",
        "顶…级, 顶级",
        "顶*级, 顶级",
        "頂級, 顶级",
        "最 佳, 最佳",
        "極致, 极致",
        "極緻, 极致",
        "冠軍, 冠军",
        "全 网 最 低 价, 全网最低",
        "史 上 最 低, 史上最低",
        "第 一 品 牌, 第一品牌",
        "第1品牌, 第1品牌",
        "第①品牌, 第1品牌",
        "销量第1, 销量第1",
        "１００％有效, 100%有效",
        "100 % 有效, 100%有效",
        "t o p 1, TOP1",
        "T-O-P-1, TOP1",
        "top 1, TOP1",
        "t.o.p.1, TOP1",
        "t. o. p. 1, TOP1",
        "ＴＯＰ１, TOP1",
        "ⓣⓞⓟ①, TOP1",
        "𝐓𝐎𝐏𝟏, TOP1",
        "🅣🅞🅟➊, TOP1",
        "🆃🅾🅿1️⃣, TOP1",
        "ТОР1, TOP1",
        "tóp1, TOP1",
        "to\u200Bp1, TOP1",
        "我家top1的茶, TOP1",
        "Ｎｏ．１, NO.1",
        "No 1, NO.1",
        "No. 1, NO.1",
        "N O . 1, NO.1",
        "№1, NO.1",
        "no1, NO.1",
        "首选项目, 首选项目"
    })
    void findsAWordWhateverHidesIt(String text, String word) {
        assertThat(BUILT_IN.findIn(text)).extracting(BannedWord::word).contains(word);
    }

    @ParameterizedTest
    @MethodSource("honestCopy")
    void letsHonestCopyPass(String text) {
        assertThat(BUILT_IN.findIn(text)).isEmpty();
    }

    static List<String> honestCopy() throws IOException {
        return linesOf("/content/honest-copy.txt");
    }

    @ParameterizedTest
    @MethodSource("claims")
    void findsAClaimThatIsCloseToHonestCopy(String text) {
        assertThat(BUILT_IN.findIn(text)).isNotEmpty();
    }

    static List<String> claims() throws IOException {
        return linesOf("/content/claims.txt");
    }

    /** Whatever the dictionary makes of the letters, no word is lost in the company that advertisements give it. */
    @Test
    void findsEveryWordInOrdinaryCompany() {
        for (String word : BuiltInWords.LIST.banned()) {
            for (String before : List.of("", "本店", "我们的", "这款", "，", "品质", "行业", "今天是", "茶叶")) {
                for (String behind : List.of(
                        "", "好茶", "品质", "商品", "的", "！", "，买它", "品牌", "别墅", "数码", "面膜", "金", "了", "大牌", "优惠", "限量版")) {
                    assertThat(BUILT_IN.findIn(before + word + behind))
                            .as(before + word + behind)
                            .anyMatch(found -> found.word().contains(word) || word.contains(found.word()));
                }
            }
        }
    }

    /** Who parts or disguises the letters has no other word in mind. */
    @ParameterizedTest
    @ValueSource(strings = {"确\u200B保\u200B本周", "销量第 一天", "最\u200B好3天", "最-好冷藏", "万-能", "屋頂級數"})
    void excusesNothingThatIsHidden(String text) {
        assertThat(BUILT_IN.findIn(text)).isNotEmpty();
    }

    /** A shop means the word that it bans. */
    @Test
    void excusesNoWordOfTheShop() {
        assertThat(WordMatcher.of(new WordList(List.of("保本"), List.of())).findIn("确保本周发出"))
                .containsExactly(new BannedWord("保本", "保本", true));
    }

    private static List<String> linesOf(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordMatcherTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void tellsWhatWasWrittenAndWhatItStandsFor() {
        assertThat(BUILT_IN.findIn("这是 國-家\u200B-級 的茶，N o.1 的店"))
                .containsExactly(new BannedWord("國-家\u200B-級", "国家级", false), new BannedWord("N o.1", "NO.1", false));
    }

    @Test
    void tellsOfAWordInsideAnotherOnlyTheOther() {
        assertThat(BUILT_IN.findIn("全网最低，全网最低")).extracting(BannedWord::word).containsExactly("全网最低");
    }

    @Test
    void excusesOnlyTheWordThatLiesInTheAllowedPhrase() {
        assertThat(BUILT_IN.findIn("冠军杯开赛，我们是行业冠军")).containsExactly(new BannedWord("冠军", "冠军", false));
        assertThat(BUILT_IN.findIn("冠 軍 杯")).isEmpty();
        assertThat(BUILT_IN.findIn("行业冠军。杯子到货")).hasSize(1);
    }

    @Test
    void addsTheShopsListsToItsOwn() {
        WordMatcher matcher =
                WordMatcher.of(new WordList(List.of("神 器", "Best Seller", "冠军杯"), List.of("顶级水手", "国家级非遗")));

        assertThat(matcher.findIn("顶级水手和國家級非遺")).isEmpty();
        assertThat(matcher.findIn("顶级好茶")).hasSize(1);
        assertThat(matcher.findIn("厨房神.器")).containsExactly(new BannedWord("神.器", "神 器", true));
        assertThat(matcher.findIn("a best seller, a bestseller, a BEST-SELLER")).hasSize(3);
        assertThat(matcher.findIn("bests eller")).isEmpty();
    }

    /** 冠军杯 is honest by the built-in list, and the shop may still want none of it. */
    @Test
    void letsOnlyTheShopsPhrasesExcuseTheShopsWords() {
        assertThat(WordMatcher.of(new WordList(List.of("冠军杯"), List.of())).findIn("冠军杯"))
                .containsExactly(new BannedWord("冠军杯", "冠军杯", true));
        assertThat(WordMatcher.of(new WordList(List.of("神器"), List.of("神器传说"))).findIn("神器传说"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "。。。", "😊"})
    void findsNothingWhereThereAreNoLetters(String text) {
        assertThat(BUILT_IN.findIn(text)).isEmpty();
    }

    /** What was written is shown as it was written. */
    @Test
    void showsADashThatStandsForOneAsADash() {
        assertThat(BUILT_IN.findIn("我们是第—品牌")).containsExactly(new BannedWord("第—品牌", "第一品牌", false));
        assertThat(WordMatcher.of(new WordList(List.of("独家"), List.of())).findIn("独-家"))
                .containsExactly(new BannedWord("独-家", "独家", true));
    }

    @Test
    void findsOnlyTheGivenWordsWhereNothingElseCounts() {
        WordMatcher taboo = WordMatcher.only(List.of("宝子", "。"));

        assertThat(taboo.findIn("宝 子，国家级好茶")).containsExactly(new BannedWord("宝 子", "宝子", true));
        assertThat(taboo.findIn("早上好。")).isEmpty();
    }

    @Test
    void readsTheLongestCopyInNoTime() {
        String copy = "最 高 国-家-级 ".repeat(500);
        BUILT_IN.findIn(copy);

        assertTimeout(Duration.ofMillis(200), () -> BUILT_IN.findIn(copy));
    }
}
