package io.siyu.content.word.match;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Superlatives that praise nothing: advice (最好冷藏), the bound of a number (最高27W, 最低8元起) or an identity (序列号唯一). Told
 * by what follows at once. A word of comparison before it (全国最好) makes a claim of all of them.
 */
final class AdviceOrBound {
    private static final int LONGEST_SCOPE = 4;

    private static final Pattern COMPARISON =
            Pattern.compile("(?:全[国网球城市省]|世界|宇宙|行业|业内|业界|同行|同类|市面上?|市场上?|国内|天下|史上|历史)[上里中]?$");

    /** 好用, 好穿 and their like praise, so these verbs need what is used, or how. */
    private static final Pattern ADVICE = Pattern.compile("\\h*(?:\\d"
            + "|冷藏|冷冻|隔水|隔夜|趁热|趁早|静置|密封|平铺|倒置|常温|避免|避光|保留|保存|反面|配合|搭配|饭前|饭后|睡前|早晚|一起|一次|单独|由|离|晒|选(?!择)|别(?!墅)"
            + "|用完|用[^的，。！？；、\\s]{0,4}[水布巾刷手](?:泡|洗|手洗|冲|煮|擦|浸|喷|清洗|清洁)"
            + "|穿[大小][一半两]?码)(?!的)");

    private static final String LIMIT = "支持|到\\h*\\d|不要|不得|不能|不超|不低于|不高于|允许|可(?![乐爱口靠信贵])";
    private static final Pattern HIGH = Pattern.compile("\\h*+(?:\\d[\\d.,]*+\\h*+(?!星)|" + LIMIT + ")");

    /** A price or a discount is a bound only with 起: 最低9.9元 and 最低9.9包邮 claim a lowest price. */
    private static final Pattern LOW = Pattern.compile("\\h*+(?:-?\\d[\\d.,]*+\\h*+"
            + "(?:(?:元|块钱?|折|角|毛)?[^，。！？；、\\s]{0,3}起|[a-zA-Z℃°%个件只份人位层张天年月日小岁米斤克升度片条双套])"
            + "|[一二两三四五六七八九十]+[^，。！？；、\\s]{1,2}起|配(?![置件色方])|" + LIMIT + ")");

    private static final Pattern IDENTITY = Pattern.compile("\\h*(?:$|[，。；、！,;!\\n）)])");
    private static final Pattern IDENTIFIER = Pattern.compile("(?:号|码|ID|id|标识)$");

    private static final Map<String, Pattern> BEHIND =
            Map.of("最好", ADVICE, "最高", HIGH, "最大", HIGH, "最低", LOW, "唯一", IDENTITY);

    private AdviceOrBound() {}

    static boolean isIn(String text, String word, int from, int to) {
        Pattern behind = BEHIND.get(word);
        if (behind == null || !behind.matcher(text).region(to, text.length()).lookingAt()) {
            return false;
        }
        String before = text.substring(Math.max(0, from - LONGEST_SCOPE), from);
        return behind == IDENTITY
                ? IDENTIFIER.matcher(before).find()
                : !COMPARISON.matcher(before).find();
    }
}
