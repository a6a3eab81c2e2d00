package io.siyu.content;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptRulesTest {
    private static final MediaItem PICTURE = new MediaItem(MediaType.PICTURE, null, null, "门店");
    private static final MediaItem VIDEO = new MediaItem(MediaType.VIDEO, null, null, "开箱");

    private final ScriptRules rules = new ScriptRules(new BannedWords());

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
        List<RuleViolation> found =
                rules.check(PostKind.MOMENT, new ScriptContent("好物", List.of(), "永久有效", null), ContactLimits.DEFAULTS);

        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(PostRule.BANNED_WORD);
            assertThat(violation.field()).isEqualTo("firstComment");
        });
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
                        .render(java.util.Map.of(CopyVariable.NICKNAME, "小$1", CopyVariable.SHOP, "花店")))
                .isEqualTo("小$1，花店{{x}}");
    }

    private List<RuleViolation> check(PostKind kind, String copy, List<MediaItem> media) {
        return rules.check(kind, new ScriptContent(copy, media, null, null), ContactLimits.DEFAULTS);
    }
}
