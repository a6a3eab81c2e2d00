package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.campaign.post.rule.PlannedPost.Reach;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.Severity;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static io.siyu.campaign.post.rule.Planned.beside;
import static io.siyu.campaign.post.rule.Planned.check;
import static io.siyu.campaign.post.rule.Planned.message;
import static io.siyu.campaign.post.rule.Planned.on;
import static org.assertj.core.api.Assertions.assertThat;

/** R11: ≤ 1 private message a follower a day, ≤ 3 in 7 days, ≤ 10 in 30 days. */
class PrivateRulesTest {
    private static final PlanRule DAY = new PrivatePerDayRule();
    private static final PlanRule WEEK = new PrivatePer7DaysRule();
    private static final PlanRule MONTH = new PrivatePer30DaysRule();
    private static final LocalDate START = LocalDate.of(2026, 11, 9);

    @Test
    void aFollowerGetsAtMostOnePrivateMessageADay() {
        PlannedPost vip = message("2026-11-09T10:00", Tier.VIP);

        assertThat(check(DAY, vip, message("2026-11-09T11:00", Tier.NEW))).isEmpty();
        assertThat(check(DAY, vip, message("2026-11-10T10:00", Tier.VIP))).isEmpty();
        assertThat(check(DAY, vip, on(message("2026-11-09T11:00", Tier.VIP), 2L)))
                .isEmpty();
        assertThat(check(DAY, vip, message("2026-11-09T11:00", Tier.VIP, Tier.NEW)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.PRIVATE_PER_DAY);
                    assertThat(violation.isError()).isTrue();
                });
    }

    @Test
    void aFollowerGetsAtMostThreeInSevenDays() {
        List<PlannedPost> fourInSevenDays = days(0, 2, 4, 6);

        assertThat(check(WEEK, DatedLimits.DEFAULTS, days(0, 2, 4, 7))).isEmpty();
        assertThat(check(WEEK, DatedLimits.DEFAULTS, fourInSevenDays))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.PRIVATE_PER_7_DAYS);
                    assertThat(violation.isError()).isTrue();
                    assertThat(violation.field())
                            .isEqualTo("posts/" + fourInSevenDays.get(3).postId());
                });
    }

    @Test
    void aFollowerGetsAtMostTenInThirtyDays() {
        assertThat(check(MONTH, DatedLimits.DEFAULTS, days(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30)))
                .isEmpty();
        assertThat(check(MONTH, DatedLimits.DEFAULTS, days(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 29)))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.PRIVATE_PER_30_DAYS);
    }

    /** What is planned for later makes an earlier one too many, too: it is the one under check that is refused. */
    @Test
    void messagesAfterTheOneUnderCheckCountAsWell() {
        List<PlannedPost> posts = new ArrayList<>(List.of(message("2026-11-09T10:00", Tier.VIP)));
        for (String later : List.of("2026-11-10T10:00", "2026-11-11T10:00", "2026-11-12T10:00")) {
            posts.add(beside(message(later, Tier.VIP)));
        }

        assertThat(check(WEEK, DatedLimits.DEFAULTS, posts))
                .extracting(RuleViolation::field)
                .containsExactly("posts/" + posts.get(0).postId());
    }

    /** Issue 16, case 17: a tag that one person bears is no reason to refuse a message to a whole tier. */
    @Test
    void messagesOfWhichNobodyKnowsWhetherTheyShareSomebodyOnlyWarn() {
        PlannedPost all = message("2026-11-09T10:00", Tier.VIP);
        Reach tea = new Reach(EnumSet.of(Tier.VIP), Set.of("茶友"), Set.of());
        Reach segment = new Reach(EnumSet.of(Tier.VIP), Set.of(), Set.of(7L));

        for (Reach part : List.of(tea, segment)) {
            assertThat(check(DAY, all, message("2026-11-09T11:00", part)))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.severity()).isEqualTo(Severity.WARN));
            assertThat(check(DAY, message("2026-11-09T10:00", part), message("2026-11-09T11:00", part)))
                    .as("the same followers twice")
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.isError()).isTrue());
        }
        assertThat(check(DAY, message("2026-11-09T10:00", tea), message("2026-11-09T11:00", segment)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.isError()).isFalse());
    }

    /** Issue 16, case 16. */
    @Test
    void aLimitIsReadForTheDayOnWhichTheMessageGoesOut() {
        DatedLimits two = Planned.from(
                "2026-11-10", new ContactLimits(3, 120, LocalTime.of(22, 30), LocalTime.of(8, 0), 40, 3, 2, 3, 10, 9));
        PlannedPost over = message("2026-11-09T11:00", Tier.VIP);

        assertThat(check(
                        DAY,
                        two,
                        List.of(
                                message("2026-11-09T10:00", Tier.VIP),
                                over,
                                message("2026-11-10T10:00", Tier.VIP),
                                message("2026-11-10T11:00", Tier.VIP))))
                .extracting(RuleViolation::field)
                .containsExactly("posts/" + over.postId());
    }

    @Test
    void namesTheTiersTogether() {
        Reach all = Reach.ofTiers(EnumSet.allOf(Tier.class));

        assertThat(check(DAY, message("2026-11-09T10:00", all), message("2026-11-09T11:00", all)))
                .hasSize(1);
    }

    private static List<PlannedPost> days(int... days) {
        List<PlannedPost> posts = new ArrayList<>();
        for (int day : days) {
            posts.add(message(START.plusDays(day) + "T10:00", Tier.VIP));
        }
        return posts;
    }
}
