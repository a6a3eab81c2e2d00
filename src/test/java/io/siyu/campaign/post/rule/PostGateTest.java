package io.siyu.campaign.post.rule;

import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PostGateTest {
    @Test
    void eachDayNeedsAPost() {
        assertThat(PostGate.daysWithout(Set.of(1, 2, 3), 3)).isEmpty();
        assertThat(PostGate.daysWithout(Set.of(2), 3))
                .extracting(Unmet::code)
                .containsExactly(GateCode.POSTS_MISSING_DAY_1, GateCode.POSTS_MISSING_DAY_3);
    }

    @Test
    void r8EachOfSevenDaysNeedsAPostAndNoneBeyondTheLast() {
        assertThat(PostGate.daysWithout(Set.of(1, 2, 3, 4, 5, 6), 7))
                .extracting(Unmet::code)
                .containsExactly(GateCode.POSTS_MISSING_DAY_7);
        assertThat(PostGate.daysWithout(Set.of(1), 1)).isEmpty();
    }

    @Test
    void aBrokenRuleClosesItAndAWarningDoesNot() {
        List<RuleViolation> found = List.of(
                RuleViolation.error(PostRule.QUIET_HOURS, "posts/1", "late", "晚了"),
                RuleViolation.warn(PostRule.MARKETING_SHARE, "posts/2", "much", "多了"));

        assertThat(PostGate.broken(found, Language.ENGLISH))
                .containsExactly(new Violation("posts/1", "POST_RULE_BROKEN", "QUIET_HOURS: late"));
    }
}
