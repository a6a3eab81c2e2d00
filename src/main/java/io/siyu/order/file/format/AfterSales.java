package io.siyu.order.file.format;

import java.util.List;
import java.util.regex.Pattern;

/** What a platform's word for the state of after-sales says of the money; the platforms' words are much alike. */
enum AfterSales {
    /** Nothing went back, or not yet. */
    KEPT,
    REFUNDED,
    /** Some of it, which no word tells. */
    PARTLY_REFUNDED,
    /** A word that nobody knows speaks of a return or a refund. */
    UNKNOWN;

    private static final List<String> DONE =
            List.of("退款成功", "退款完结", "退款完成", "已退款", "已全额退款", "全额退款", "售后完成", "售后成功", "售后完结");
    private static final Pattern OPEN_OR_VAIN = Pattern.compile("无|取消|关闭|拒|失败|撤|驳回|待|中|申请");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** @param word without blanks around it; may be empty */
    static AfterSales of(String word) {
        String bare = BLANKS.matcher(word).replaceAll("");
        if (bare.contains("部分") && bare.contains("退")) {
            return bare.endsWith("中") || bare.contains("失败") || bare.contains("关闭") || bare.contains("取消")
                    ? KEPT
                    : PARTLY_REFUNDED;
        }
        if (DONE.stream().anyMatch(bare::endsWith)) {
            return REFUNDED;
        }
        return bare.contains("退") && !OPEN_OR_VAIN.matcher(bare).find() ? UNKNOWN : KEPT;
    }
}
