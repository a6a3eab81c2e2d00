package io.siyu.content.word.match;

import java.util.List;
import java.util.Set;

/**
 * Whether letters that are those of a banned word say something else where they stand: they only meet there across two
 * words (确保本周), are part of a number (1万能买) or of a count (销量第一天), or advise or bound (最好冷藏, 最高27W).
 */
final class PlainSense {
    /** A word as long as this is no accident, whatever the dictionary makes of its letters. */
    private static final int NO_ACCIDENT = 4;

    /** Their letters also end a word and begin one: 质保|本店, 特|供应商. Of others, as 终极 (终|极限), the word stands. */
    private static final Set<String> MEETING_BEHIND = Set.of("保本", "底价", "特供", "专供");

    /** What leaves those standing: 保本金 is 保本. */
    private static final Set<String> SAME_BEHIND = Set.of("本金", "本息", "供给", "供应季");

    private static final char SUPERLATIVE = '最';
    private static final String TEN_THOUSAND_CAN = "万能";

    /** Words that begin with a superlative's adjective and praise nothing: 最好奇 is not 最好, but 最优惠 is 最优. */
    private static final List<String> OTHER_ADJECTIVES = List.of(
            "好奇", "好客", "好学", "好动", "好胜", "高兴", "高冷", "高傲", "高峰", "大方", "大众", "大意", "大胆", "低调", "低落", "低迷", "低沉", "优先",
            "优雅", "优柔", "强壮", "强硬");

    /** What is counted from a first one on; 家, 款, 名 and 品牌 are not among them: a first one of those is a claim. */
    private static final Set<String> COUNTED =
            Set.of("天", "日", "周", "月", "年", "季", "季度", "晚", "次", "场", "批", "届", "期", "轮", "回", "个月", "星期");

    private final String text;
    private DictionaryWords words;

    PlainSense(String text) {
        this.text = text;
    }

    /** @param word as it stands in the list and, from one offset to the other, in the text */
    boolean has(String word, int from, int to) {
        return AdviceOrBound.isIn(text, word, from, to)
                || isOfNumber(word, from)
                || isCount(word, to)
                || isOtherAdjective(word, to)
                || isMeeting(word, from, to);
    }

    private boolean isOfNumber(String word, int from) {
        return word.equals(TEN_THOUSAND_CAN) && from > 0 && Character.isDigit(text.charAt(from - 1));
    }

    private boolean isCount(String word, int to) {
        if (!word.endsWith("第一") && !word.endsWith("第1")) {
            return false;
        }
        String next = words().from(to);
        return COUNTED.contains(next)
                || next.equals("个") && COUNTED.contains(words().from(to + 1))
                || words().reachesOutOf(to - 3, to) && isCountedWord(to);
    }

    /** 一周 and 第一次 are words of the dictionary. */
    private boolean isCountedWord(int to) {
        return COUNTED.stream().anyMatch(unit -> text.startsWith(unit, to) && words().isBound(to + unit.length()));
    }

    private boolean isOtherAdjective(String word, int to) {
        return word.charAt(0) == SUPERLATIVE
                && word.length() == 2
                && OTHER_ADJECTIVES.stream()
                        .anyMatch(other -> text.startsWith(other, to - 1) && words().isBound(to - 1 + other.length()));
    }

    private boolean isMeeting(String word, int from, int to) {
        return word.length() < NO_ACCIDENT
                && word.charAt(0) != SUPERLATIVE
                && (words().reachesInto(from, to) || meetsBehind(word, from, to));
    }

    private boolean meetsBehind(String word, int from, int to) {
        return MEETING_BEHIND.contains(word)
                && words().reachesOutOf(from, to)
                && SAME_BEHIND.stream().noneMatch(same -> text.startsWith(same, to - 1));
    }

    private DictionaryWords words() {
        if (words == null) {
            words = DictionaryWords.of(text);
        }
        return words;
    }
}
