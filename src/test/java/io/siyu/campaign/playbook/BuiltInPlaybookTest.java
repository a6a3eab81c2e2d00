package io.siyu.campaign.playbook;

import io.siyu.buyer.Tier;
import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.post.rule.Planned;
import io.siyu.campaign.post.rule.PlannedPost;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.rule.AllScriptRules;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.word.match.WordMatcher;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class BuiltInPlaybookTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 9);

    private final BuiltInPlaybook playbook =
            new BuiltInPlaybooks().findByName("default").orElseThrow();
    private final Map<String, BuiltInPlaybook.PlaybookScript> scripts = playbook.scripts().stream()
            .collect(Collectors.toMap(BuiltInPlaybook.PlaybookScript::key, Function.identity()));

    @Test
    void itsPostsBreakNoRule() {
        List<PlannedPost> posts = playbook.posts().stream().map(this::plan).toList();

        assertThat(Planned.checkAll(posts)).isEmpty();
    }

    @Test
    void itsScriptsBreakNoRule() {
        Reading reading = Reading.ofScript(WordMatcher.builtIn(), Map.of());

        for (BuiltInPlaybook.PlaybookScript script : playbook.scripts()) {
            ScriptContent content =
                    new ScriptContent(script.copy(), script.media(), script.firstComment(), script.staffNotes());
            assertThat(AllScriptRules.RULES.check(content.read(script.kind(), ContactLimits.DEFAULTS, reading)))
                    .as(script.key())
                    .isEmpty();
        }
    }

    @Test
    void everyPostHasAScriptOfItsKindAndEveryScriptAPost() {
        assertThat(playbook.posts())
                .allSatisfy(
                        post -> assertThat(scripts.get(post.script()).kind()).isEqualTo(post.kind()));
        assertThat(playbook.posts().stream().map(BuiltInPlaybook.ScriptedPost::script))
                .containsExactlyInAnyOrderElementsOf(scripts.keySet());
    }

    @Test
    void everyDayHasMomentsAndAGroupPostAndEveryTierWorthIsWrittenToOnce() {
        for (CampaignDay day : CampaignDay.values()) {
            assertThat(playbook.posts().stream()
                            .filter(post -> post.day() == day.no())
                            .map(BuiltInPlaybook.ScriptedPost::kind))
                    .contains(PostKind.MOMENT, PostKind.GROUP);
        }
        assertThat(playbook.posts().stream()
                        .filter(post -> post.kind() == PostKind.PRIVATE)
                        .flatMap(post -> post.tiers().stream()))
                .containsExactlyInAnyOrder(Tier.VIP, Tier.LOYAL, Tier.ACTIVE, Tier.NEW, Tier.AT_RISK);
    }

    private PlannedPost plan(BuiltInPlaybook.ScriptedPost post) {
        ContentLine line = scripts.get(post.script()).line();
        Set<Tier> tiers = post.tiers() == null ? EnumSet.allOf(Tier.class) : Set.copyOf(post.tiers());
        return new PlannedPost(
                playbook.posts().indexOf(post),
                START.plusDays(post.day() - 1L).atTime(post.at()),
                post.kind(),
                line,
                scripts.get(post.script()).scene(),
                PlannedPost.Reach.ofTiers(tiers),
                Set.of(1L),
                true);
    }
}
