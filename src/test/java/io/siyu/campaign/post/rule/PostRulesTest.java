package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.Severity;
import io.siyu.content.limit.ContactLimits;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PostRulesTest {
    private static final Set<Tier> ALL = EnumSet.allOf(Tier.class);
    private long nextId = 1;

    @Test
    void anAccountHasAtMostThreeMomentsADay() {
        List<PlannedPost> three =
                List.of(moment("2026-11-09T08:00"), moment("2026-11-09T12:00"), moment("2026-11-09T16:00"));
        assertThat(check(three)).isEmpty();

        PlannedPost fourth = moment("2026-11-09T20:00");
        assertThat(check(List.of(three.get(0), three.get(1), three.get(2), fourth)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.MOMENTS_PER_DAY);
                    assertThat(violation.severity()).isEqualTo(Severity.ERROR);
                    assertThat(violation.field()).isEqualTo("posts/" + fourth.postId());
                });
    }

    @Test
    void momentsOfAnAccountAreTwoHoursApart() {
        assertThat(check(List.of(moment("2026-11-09T10:00"), moment("2026-11-09T12:00"))))
                .isEmpty();
        assertThat(check(List.of(moment("2026-11-09T10:00"), moment("2026-11-09T11:59"))))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.MOMENT_SPACING);
        assertThat(check(List.of(moment("2026-11-09T10:00", Set.of(1L)), moment("2026-11-09T11:00", Set.of(2L)))))
                .isEmpty();
    }

    @Test
    void noMomentGoesOutInQuietHours() {
        assertThat(rules(moment("2026-11-09T22:29"))).isEmpty();
        assertThat(rules(moment("2026-11-09T22:30"))).containsExactly(PostRule.QUIET_HOURS);
        assertThat(rules(moment("2026-11-10T07:59"))).containsExactly(PostRule.QUIET_HOURS);
        assertThat(rules(moment("2026-11-10T08:00"))).isEmpty();
    }

    @Test
    void otherPostsInQuietHoursOnlyWarn() {
        assertThat(check(List.of(message("2026-11-09T23:00", ALL, Set.of(1L)))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.severity()).isEqualTo(Severity.WARN));
    }

    @Test
    void moreThanFortyPercentMarketingInSevenDaysWarns() {
        List<PlannedPost> twoOfFive = List.of(
                beside("2026-11-03T10:00", ContentLine.MARKETING),
                beside("2026-11-04T10:00", ContentLine.BRAND),
                beside("2026-11-05T10:00", ContentLine.PERSONA),
                beside("2026-11-06T10:00", ContentLine.BRAND),
                moment("2026-11-09T10:00", ContentLine.MARKETING));
        assertThat(check(twoOfFive)).isEmpty();

        // A day later the first post of the week has fallen out, and with it a moment that was not MARKETING.
        assertThat(check(List.of(
                        beside("2026-11-03T10:00", ContentLine.BRAND),
                        beside("2026-11-05T10:00", ContentLine.MARKETING),
                        moment("2026-11-10T10:00", ContentLine.BRAND))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.MARKETING_SHARE);
                    assertThat(violation.severity()).isEqualTo(Severity.WARN);
                });
    }

    @Test
    void aFollowerGetsAtMostOnePrivateMessageADay() {
        Set<Long> one = Set.of(1L);
        PlannedPost vip = message("2026-11-09T10:00", Set.of(Tier.VIP), one);
        assertThat(check(List.of(vip, message("2026-11-09T11:00", Set.of(Tier.NEW), one))))
                .isEmpty();
        assertThat(check(List.of(vip, message("2026-11-10T10:00", Set.of(Tier.VIP), one))))
                .isEmpty();
        assertThat(check(List.of(vip, message("2026-11-09T11:00", Set.of(Tier.VIP), Set.of(2L)))))
                .isEmpty();
        assertThat(check(List.of(vip, message("2026-11-09T11:00", Set.of(Tier.VIP, Tier.NEW), one))))
                .extracting(RuleViolation::rule)
                .containsExactly(PostRule.PRIVATE_PER_DAY);
    }

    @Test
    void whatAllAccountsBreakIsReportedOnce() {
        assertThat(check(List.of(
                        moment("2026-11-09T10:00", Set.of(1L, 2L, 3L)),
                        moment("2026-11-09T11:00", Set.of(1L, 2L, 3L)))))
                .hasSize(1);
    }

    @Test
    void onlyPostsUnderCheckAreReported() {
        assertThat(check(List.of(
                        beside("2026-11-09T10:00", ContentLine.BRAND), beside("2026-11-09T10:30", ContentLine.BRAND))))
                .isEmpty();
    }

    private List<PostRule> rules(PlannedPost post) {
        return check(List.of(post)).stream().map(RuleViolation::rule).toList();
    }

    private static List<RuleViolation> check(List<PlannedPost> posts) {
        return PostRules.check(posts, ContactLimits.DEFAULTS);
    }

    private PlannedPost moment(String at) {
        return moment(at, ContentLine.BRAND);
    }

    private PlannedPost moment(String at, ContentLine line) {
        return new PlannedPost(nextId++, LocalDateTime.parse(at), PostKind.MOMENT, line, ALL, Set.of(1L), true);
    }

    private PlannedPost moment(String at, Set<Long> accounts) {
        return new PlannedPost(
                nextId++, LocalDateTime.parse(at), PostKind.MOMENT, ContentLine.BRAND, ALL, accounts, true);
    }

    private PlannedPost beside(String at, ContentLine line) {
        return new PlannedPost(nextId++, LocalDateTime.parse(at), PostKind.MOMENT, line, ALL, Set.of(1L), false);
    }

    private PlannedPost message(String at, Set<Tier> tiers, Set<Long> accounts) {
        return new PlannedPost(
                nextId++, LocalDateTime.parse(at), PostKind.PRIVATE, ContentLine.MARKETING, tiers, accounts, true);
    }
}
