package io.siyu.content.script;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.material.MediaItem;
import io.siyu.content.material.MediaType;
import io.siyu.content.word.match.BannedWord;
import io.siyu.content.word.match.WordMatcher;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptRulesTest {
    private static final MediaItem PICTURE = new MediaItem(MediaType.PICTURE, null, null, "门店");
    private static final Reading READING = new Reading(WordMatcher.builtIn(), Map.of(), List.of());
    private static final MediaItem VIDEO = new MediaItem(MediaType.VIDEO, null, null, "开箱");

    @Test
    void letsHonestCopyPass() {
        assertThat(check(PostKind.MOMENT, "最近上新，第一天到店的朋友有小礼物，{{优惠}}", List.of(PICTURE)))
                .isEmpty();
    }

    @Test
    void refusesWordsThatAdvertisingLawForbids() {
        assertThat(check(PostKind.MOMENT, "全网最低价，No.1 品牌，顶级面料", List.of()))
                .allMatch(RuleViolation::isError)
                .extracting(RuleViolation::rule)
                .containsOnly(PostRule.BANNED_WORD)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void refusesABannedWordInTheFirstComment() {
        List<RuleViolation> found = ScriptRules.check(
                PostKind.MOMENT, new ScriptContent("好物", List.of(), "永 久有效", null), ContactLimits.DEFAULTS, READING);

        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(PostRule.BANNED_WORD);
            assertThat(violation.field()).isEqualTo("firstComment");
        });
    }

    @Test
    void looksOnlyAtWhatFollowersRead() {
        ScriptContent content =
                new ScriptContent("好物", List.of(new MediaItem(MediaType.PICTURE, null, null, "拍顶级那款")), null, "别说全网最低");

        assertThat(ScriptRules.check(PostKind.MOMENT, content, ContactLimits.DEFAULTS, READING))
                .isEmpty();
    }

    @Test
    void readsCopyAsItsFollowersDoWithItsVariablesFilledIn() {
        Reading filled = new Reading(
                WordMatcher.builtIn(),
                Map.of(CopyVariable.OFFER, "全 网 最 低 价", CopyVariable.SHOP, "级品花店"),
                List.of("小雅", "冠 軍小王"));

        assertThat(written("今天{{优惠}}", filled)).containsExactly("全 网 最 低", "最 低 价");
        assertThat(written("顶-{{店铺}}", filled)).containsExactly("顶-级");
        assertThat(written("我是{{承接号}}", filled)).containsExactly("冠 軍");
        assertThat(written("顶{{昵称}}级", filled)).isEmpty();
        assertThat(written("最{{活动}}大", READING)).isEmpty();
    }

    @Test
    void saysInBothLanguagesWhatIsWrittenWhatItReadsAsAndWhatToDo() {
        RuleViolation hidden = check(PostKind.MOMENT, "國 家級好茶", List.of()).get(0);

        assertThat(hidden.message(Language.ENGLISH))
                .startsWith("\"國 家級\" reads as \"国家级\", which must not appear in advertising (广告法): leave it out");
        assertThat(hidden.message(Language.CHINESE)).startsWith("“國 家級”读作“国家级”，不得用于广告（广告法）：请删去或换个说法");
        assertThat(check(PostKind.MOMENT, "国家级好茶", List.of()).get(0).message(Language.ENGLISH))
                .startsWith("\"国家级\" must not appear in advertising (广告法): ");
    }

    private static List<String> written(String copy, Reading reading) {
        return ScriptRules.checkWords("copy", new CopyText(copy), reading).stream()
                .map(violation -> ((BannedWord) violation.wording()).written())
                .toList();
    }

    @Test
    void allowsNinePicturesOrOneVideoInAMoment() {
        assertThat(check(PostKind.MOMENT, "好物", Collections.nCopies(9, PICTURE)))
                .isEmpty();
        assertThat(check(PostKind.MOMENT, "好物", List.of(VIDEO))).isEmpty();
        assertThat(check(PostKind.MOMENT, "好物", Collections.nCopies(10, PICTURE)))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.MOMENT_PICTURES);
        assertThat(check(PostKind.MOMENT, "好物", List.of(VIDEO, PICTURE)))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.MOMENT_VIDEO);
        assertThat(check(PostKind.MOMENT, "好物", List.of(VIDEO, VIDEO)))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.MOMENT_VIDEO);
    }

    @Test
    void refusesVariablesThatNothingResolves() {
        assertThat(check(PostKind.PRIVATE, "{{昵称}}，{{ nickname }}，{{店铺}}有{{offer}}", List.of()))
                .isEmpty();
        assertThat(check(PostKind.PRIVATE, "{{生日}}快乐，{{昵称", List.of()))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.UNRESOLVED_VARIABLE, PostRule.UNRESOLVED_VARIABLE);
    }

    @Test
    void refusesARecipientsVariableWhereThereIsNoRecipient() {
        assertThat(check(PostKind.GROUP, "{{昵称}}早", List.of()))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.UNRESOLVED_VARIABLE);
    }

    @Test
    void rendersWhatItKnowsAndLeavesTheRest() {
        assertThat(new CopyText("{{昵称}}，{{店铺}}{{x}}")
                        .render(Map.of(CopyVariable.NICKNAME, "小$1", CopyVariable.SHOP, "花店")))
                .isEqualTo("小$1，花店{{x}}");
    }

    private List<RuleViolation> check(PostKind kind, String copy, List<MediaItem> media) {
        return ScriptRules.check(kind, new ScriptContent(copy, media, null, null), ContactLimits.DEFAULTS, READING);
    }
}
