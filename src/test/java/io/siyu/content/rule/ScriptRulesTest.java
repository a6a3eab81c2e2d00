package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.Speaker;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.material.MediaItem;
import io.siyu.content.material.MediaType;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.word.match.BannedWord;
import io.siyu.content.word.match.WordMatcher;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** R11: what a text may say and show, as its follower would read it. */
class ScriptRulesTest {
    private static final MediaItem PICTURE = new MediaItem(MediaType.PICTURE, null, null, "门店");
    private static final Reading READING = Reading.ofScript(WordMatcher.builtIn(), Map.of());
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
        List<RuleViolation> found = check(PostKind.MOMENT, new ScriptContent("好物", List.of(), "永 久有效", null));

        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(PostRule.BANNED_WORD);
            assertThat(violation.field()).isEqualTo("firstComment");
        });
    }

    @Test
    void looksOnlyAtWhatFollowersRead() {
        ScriptContent content =
                new ScriptContent("好物", List.of(new MediaItem(MediaType.PICTURE, null, null, "拍顶级那款")), null, "别说全网最低");

        assertThat(check(PostKind.MOMENT, content)).isEmpty();
    }

    @Test
    void readsCopyAsItsFollowersDoWithItsVariablesFilledIn() {
        Reading filled = Reading.ofScript(
                        WordMatcher.builtIn(), Map.of(CopyVariable.OFFER, "全 网 最 低 价", CopyVariable.SHOP, "级品花店"))
                .on(List.of(Speaker.named("小雅"), Speaker.named("冠 軍小王")));

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
        return BannedWordRule.checkText("copy", new CopyText(copy), reading).stream()
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

    /** Wherever it stands: in the first comment, in what a variable is filled with, in braces of a Chinese keyboard. */
    @Test
    void refusesWhatAFollowerWouldReadAsAVariable() {
        for (String copy : List.of(
                "{{不存在}}",
                "｛｛昵称｝｝你好",
                "{昵称}你好",
                "{ {昵称} }你好",
                "{{昵称}你好",
                "{\u200b{昵称}\u200b}你好",
                "{{ }}",
                "{{昵称}}}}")) {
            assertThat(rules(check(PostKind.PRIVATE, copy, List.of()))).as(copy).contains(PostRule.UNRESOLVED_VARIABLE);
        }
        assertThat(check(PostKind.MOMENT, new ScriptContent("好物", List.of(), "{{不存在}}", null)))
                .extracting(RuleViolation::field)
                .containsExactly("firstComment");
        assertThat(check(PostKind.PRIVATE, "尺寸{大}，满{100}减{10}，:-} {-:", List.of()))
                .isEmpty();
    }

    @Test
    void refusesAVariableInWhatAnotherIsFilledWith() {
        Reading filled = Reading.ofScript(
                        WordMatcher.builtIn(),
                        Map.of(CopyVariable.OFFER, "{{不存在}}八折", CopyVariable.CAMPAIGN, "{{昵称}}节"))
                .on(List.of(Speaker.named("小雅{{x")));

        for (String copy : List.of("今天{{优惠}}", "今天{{活动}}", "我是{{承接号}}")) {
            assertThat(rules(check(PostKind.PRIVATE, new ScriptContent(copy, List.of(), null, null), filled)))
                    .as(copy)
                    .contains(PostRule.UNRESOLVED_VARIABLE);
        }
        assertThat(check(PostKind.PRIVATE, new ScriptContent("早上好", List.of(), null, null), filled))
                .isEmpty();
    }

    /** Also in the first comment: a daily post has no campaign, an account may have no persona. */
    @Test
    void refusesAVariableThatHasNoValueHere() {
        Reading daily = new Reading(WordMatcher.builtIn(), Map.of(CopyVariable.SHOP, "花店"), List.of(), true);
        assertThat(check(PostKind.MOMENT, new ScriptContent("早", List.of(), "{{优惠}}", null), daily))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.UNRESOLVED_VARIABLE);
                    assertThat(violation.isError()).isTrue();
                    assertThat(violation.field()).isEqualTo("firstComment");
                });
        assertThat(check(PostKind.MOMENT, new ScriptContent("{{店铺}}", List.of(), null, null), daily))
                .isEmpty();

        Reading onAccounts = daily.on(List.of(
                new Speaker("小雅", Map.of(CopyVariable.ACCOUNT, "小雅", CopyVariable.PERSONA, "懂茶的"), null),
                Speaker.named("小王")));
        assertThat(check(PostKind.MOMENT, new ScriptContent("{{人设}}{{承接号}}", List.of(), null, null), onAccounts))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.message(Language.CHINESE)).startsWith("小王没有{{人设}}："));
    }

    @Test
    void refusesWhatThePersonaOfAnAccountWouldNotSay() {
        Speaker yaya = new Speaker("小雅", Map.of(CopyVariable.ACCOUNT, "小雅"), WordMatcher.only(List.of("宝子", "家人们")));
        Reading reading = READING.on(List.of(yaya, Speaker.named("小王")));

        List<RuleViolation> found =
                check(PostKind.MOMENT, new ScriptContent("宝 子早", List.of(), "家 人們看这里", null), reading);

        assertThat(found)
                .allMatch(RuleViolation::isError)
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.TABOO_WORD, PostRule.TABOO_WORD);
        assertThat(found.get(0).message(Language.ENGLISH)).startsWith("\"宝 子\" does not fit the persona of 小雅: ");
        assertThat(check(PostKind.MOMENT, new ScriptContent("宝子早", List.of(), null, null), READING))
                .isEmpty();
    }

    /** Whatever is broken, its message says what to do about it, in both languages. */
    @Test
    void saysHowToMendIt() {
        List<RuleViolation> found = new ArrayList<>();
        found.addAll(check(PostKind.MOMENT, "顶级{{x}}{{昵称}}", Collections.nCopies(10, PICTURE)));
        found.addAll(check(PostKind.MOMENT, " ", List.of(VIDEO, VIDEO)));

        assertThat(rules(found))
                .containsAll(List.of(
                        PostRule.BANNED_WORD,
                        PostRule.UNRESOLVED_VARIABLE,
                        PostRule.MOMENT_PICTURES,
                        PostRule.MOMENT_VIDEO,
                        PostRule.COPY_MISSING));
        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.message(Language.ENGLISH)).contains(": ");
            assertThat(violation.message(Language.CHINESE)).contains("：请");
        });
    }

    private static List<PostRule> rules(List<RuleViolation> found) {
        return found.stream().map(RuleViolation::rule).toList();
    }

    @Test
    void rendersWhatItKnowsAndLeavesTheRest() {
        assertThat(new CopyText("{{昵称}}，{{店铺}}{{x}}")
                        .render(Map.of(CopyVariable.NICKNAME, "小$1", CopyVariable.SHOP, "花店")))
                .isEqualTo("小$1，花店{{x}}");
    }

    private static List<RuleViolation> check(PostKind kind, String copy, List<MediaItem> media) {
        return check(kind, new ScriptContent(copy, media, null, null));
    }

    private static List<RuleViolation> check(PostKind kind, ScriptContent content) {
        return check(kind, content, READING);
    }

    private static List<RuleViolation> check(PostKind kind, ScriptContent content, Reading reading) {
        return AllScriptRules.RULES.check(content.read(kind, ContactLimits.DEFAULTS, reading));
    }
}
