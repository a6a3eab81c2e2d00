package io.siyu.campaign.post.rule;

import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.Severity;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;
import io.siyu.platform.language.Language;
import org.junit.jupiter.api.Test;

import java.time.LocalTime;
import java.util.List;

import static io.siyu.campaign.post.rule.Planned.beside;
import static io.siyu.campaign.post.rule.Planned.check;
import static io.siyu.campaign.post.rule.Planned.message;
import static io.siyu.campaign.post.rule.Planned.moment;
import static io.siyu.campaign.post.rule.Planned.on;
import static org.assertj.core.api.Assertions.assertThat;

/** R11: ≤ 3 moments an account a day, ≥ 2 h apart, none in quiet hours (22:30–08:00). */
class MomentRulesTest {
    private static final ContactLimits TWO_A_DAY_FOUR_HOURS_APART =
            new ContactLimits(2, 240, LocalTime.of(21, 0), LocalTime.of(9, 0), 40, 3, 1, 3, 10, 9);

    @Test
    void anAccountHasAtMostThreeMomentsADay() {
        PlanRule rule = new MomentsPerDayRule();
        PlannedPost fourth = moment("2026-11-09T20:00");
        List<PlannedPost> three =
                List.of(moment("2026-11-09T08:00"), moment("2026-11-09T12:00"), moment("2026-11-09T16:00"));

        assertThat(check(rule, DatedLimits.DEFAULTS, three)).isEmpty();
        assertThat(check(rule, three.get(0), three.get(1), three.get(2), fourth))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.MOMENTS_PER_DAY);
                    assertThat(violation.severity()).isEqualTo(Severity.ERROR);
                    assertThat(violation.field()).isEqualTo("posts/" + fourth.postId());
                    assertThat(violation.message(Language.CHINESE)).contains("：请");
                });
        assertThat(check(rule, three.get(0), three.get(1), three.get(2), on(fourth, 2L)))
                .isEmpty();
    }

    @Test
    void momentsOfAnAccountAreTwoHoursApartAlsoOverMidnight() {
        PlanRule rule = new MomentSpacingRule();

        assertThat(check(rule, moment("2026-11-09T10:00"), moment("2026-11-09T12:00")))
                .isEmpty();
        assertThat(check(rule, moment("2026-11-09T10:00"), moment("2026-11-09T11:59")))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.MOMENT_SPACING);
        assertThat(check(rule, moment("2026-11-09T23:00"), moment("2026-11-10T00:59")))
                .hasSize(1);
        assertThat(check(rule, moment("2026-11-09T10:00"), on(moment("2026-11-09T11:00"), 2L)))
                .isEmpty();
    }

    @Test
    void noMomentGoesOutInQuietHours() {
        PlanRule rule = new QuietHoursRule();

        assertThat(check(rule, moment("2026-11-09T22:29"))).isEmpty();
        assertThat(check(rule, moment("2026-11-09T22:30")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.isError()).isTrue());
        assertThat(check(rule, moment("2026-11-10T00:00"))).hasSize(1);
        assertThat(check(rule, moment("2026-11-10T07:59"))).hasSize(1);
        assertThat(check(rule, moment("2026-11-10T08:00"))).isEmpty();
        assertThat(check(rule, message("2026-11-09T23:00")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.severity()).isEqualTo(Severity.WARN));
    }

    /** Issue 16, case 16: the limits of the first day said nothing of the others. */
    @Test
    void eachDayIsJudgedByTheLimitsThatHoldOnIt() {
        DatedLimits limits = Planned.from("2026-11-10", TWO_A_DAY_FOUR_HOURS_APART);
        List<PlannedPost> posts = List.of(
                moment("2026-11-09T09:00"),
                moment("2026-11-09T15:00"),
                moment("2026-11-09T21:30"),
                moment("2026-11-10T08:30"),
                moment("2026-11-10T12:00"),
                moment("2026-11-10T17:00"));

        assertThat(check(new MomentsPerDayRule(), limits, posts))
                .extracting(RuleViolation::field)
                .containsExactly("posts/" + posts.get(5).postId());
        assertThat(check(new MomentSpacingRule(), limits, posts))
                .extracting(RuleViolation::field)
                .containsExactly("posts/" + posts.get(4).postId());
        assertThat(check(new QuietHoursRule(), limits, posts))
                .extracting(RuleViolation::field)
                .containsExactly("posts/" + posts.get(3).postId());
    }

    @Test
    void whatAllAccountsBreakIsReportedOnce() {
        assertThat(check(
                        new MomentSpacingRule(),
                        on(moment("2026-11-09T10:00"), 1L, 2L, 3L),
                        on(moment("2026-11-09T11:00"), 1L, 2L, 3L)))
                .hasSize(1);
    }

    @Test
    void onlyPostsUnderCheckAreReported() {
        PlannedPost first = beside(moment("2026-11-09T10:00"));
        PlannedPost second = beside(moment("2026-11-09T10:30"));

        assertThat(check(new MomentSpacingRule(), first, second)).isEmpty();
    }
}
