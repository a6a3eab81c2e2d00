package io.siyu.content.rule;

import com.ibm.icu.text.Normalizer2;
import io.siyu.content.CopyText;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.word.match.BannedWord;
import io.siyu.content.word.match.WordMatcher;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who has just come is served first and sold nothing: no amount, no discount, no offer, no link to buy. */
public final class WelcomeSellsRule {
    private static final List<String> SELLING = List.of(
            "打折", "折扣", "满减", "立减", "赠品", "组合购", "玩法活动", "优惠", "优惠券", "领券", "红包", "秒杀", "特价", "促销", "下单", "拼团", "淘口令");

    private static final List<Pattern> AMOUNTS = List.of(
            Pattern.compile("[¥￥$€]\\s*\\d+(?:\\.\\d+)?"),
            Pattern.compile("\\d+(?:\\.\\d+)?\\s*(?:[元圆圓块塊]|rmb|cny|usd)"),
            Pattern.compile("[一二三四五六七八九十百千万萬]+[元圆圓]"),
            Pattern.compile("[\\d一二三四五六七八九]+(?:\\.\\d+)?\\s*折(?![叠疊伞傘扇])"),
            Pattern.compile("\\d+(?:\\.\\d+)?\\s*%\\s*off"),
            Pattern.compile("[满滿]\\s*\\d+\\s*[元块]?\\s*[减減送赠贈]"),
            Pattern.compile("https?://\\S+|www\\.\\S+|[a-z0-9-]+\\.(?:com|cn|tb|net|top|shop)/\\S*"));

    private static final Normalizer2 AS_READ = Normalizer2.getNFKCCasefoldInstance();

    private WelcomeSellsRule() {}

    public static List<RuleViolation> check(String field, CopyText copy) {
        return Stream.concat(words(copy).stream(), amount(copy).stream())
                .distinct()
                .map(found -> violation(field, found))
                .toList();
    }

    private static List<String> words(CopyText copy) {
        return Selling.WORDS.findIn(copy.text()).stream()
                .map(BannedWord::written)
                .toList();
    }

    private static Optional<String> amount(CopyText copy) {
        String read = AS_READ.normalize(copy.text());
        return AMOUNTS.stream()
                .map(pattern -> pattern.matcher(read))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static RuleViolation violation(String field, String found) {
        return RuleViolation.error(
                PostRule.WELCOME_SELLS,
                field,
                "\"" + found + "\" sells: a welcome says who speaks and what help is offered; send offers later.",
                "“" + found + "”是在推销：欢迎语先说明你是谁、能帮什么忙，优惠留到以后再发。");
    }

    /** Made when first asked for. */
    private static final class Selling {
        private static final WordMatcher WORDS = WordMatcher.only(SELLING);
    }
}
