package io.siyu.campaign.post.rule;

import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.Severity;
import org.junit.jupiter.api.Test;

import static io.siyu.campaign.post.rule.Planned.beside;
import static io.siyu.campaign.post.rule.Planned.check;
import static io.siyu.campaign.post.rule.Planned.marketing;
import static io.siyu.campaign.post.rule.Planned.moment;
import static io.siyu.campaign.post.rule.Planned.on;
import static org.assertj.core.api.Assertions.assertThat;

/** R11: MARKETING ≤ 40 % of an account's moments over 7 days, and of these ≥ 1/3 show what has happened; both warn. */
class MarketingRulesTest {
    @Test
    void moreThanFortyPercentMarketingInSevenDaysWarns() {
        PlanRule rule = new MarketingShareRule();
        assertThat(check(
                        rule,
                        beside(marketing("2026-11-03T10:00")),
                        beside(moment("2026-11-04T10:00")),
                        beside(moment("2026-11-05T10:00")),
                        beside(moment("2026-11-06T10:00")),
                        marketing("2026-11-09T10:00")))
                .isEmpty();

        // A day later the first post of the week has fallen out, and with it a moment that was not MARKETING.
        assertThat(check(
                        rule,
                        beside(moment("2026-11-03T10:00")),
                        beside(marketing("2026-11-05T10:00")),
                        moment("2026-11-10T10:00")))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.MARKETING_SHARE);
                    assertThat(violation.severity()).isEqualTo(Severity.WARN);
                });
    }

    @Test
    void r12WhatIsPostedLaterInTheSameSevenDaysCountsToo() {
        PlanRule rule = new MarketingShareRule();
        assertThat(check(
                        rule,
                        moment("2026-11-09T10:00", ContentLine.PERSONA, null),
                        marketing("2026-11-09T13:00"),
                        beside(moment("2026-11-10T10:00")),
                        beside(marketing("2026-11-12T10:00"))))
                .extracting(RuleViolation::field)
                .containsExactly("days/2026-11-09", "days/2026-11-12");
        // From the 16th on the post is in none of the seven days any more.
        assertThat(check(
                        rule,
                        moment("2026-11-09T10:00", ContentLine.PERSONA, null),
                        beside(marketing("2026-11-16T10:00"))))
                .isEmpty();
    }

    @Test
    void aThirdOfTheMarketingMomentsShowsWhatHasHappened() {
        PlanRule rule = new MarketingScenesRule();
        for (ContentScene scene : ContentScene.values()) {
            assertThat(check(
                            rule,
                            marketing("2026-11-07T10:00"),
                            moment("2026-11-08T10:00", ContentLine.MARKETING, scene),
                            marketing("2026-11-09T10:00")))
                    .as(scene.name())
                    .isEmpty();
        }
        assertThat(check(
                        rule,
                        marketing("2026-11-06T10:00"),
                        marketing("2026-11-07T10:00"),
                        moment("2026-11-08T10:00", ContentLine.MARKETING, ContentScene.DEAL),
                        marketing("2026-11-09T10:00")))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(PostRule.MARKETING_SCENES);
                    assertThat(violation.severity()).isEqualTo(Severity.WARN);
                });
    }

    /** On the persona's or the brand's line it does not make an offer believed; on another account nobody sees it. */
    @Test
    void aSceneOfAnotherLineOrAccountOrWeekDoesNotCount() {
        PlanRule rule = new MarketingScenesRule();
        assertThat(check(
                        rule,
                        moment("2026-11-08T10:00", ContentLine.BRAND, ContentScene.SHIPPING),
                        marketing("2026-11-09T10:00")))
                .hasSize(1);
        assertThat(check(
                        rule,
                        on(moment("2026-11-08T10:00", ContentLine.MARKETING, ContentScene.SHIPPING), 2L),
                        marketing("2026-11-09T10:00")))
                .hasSize(1);
        assertThat(check(
                        rule,
                        beside(moment("2026-11-02T10:00", ContentLine.MARKETING, ContentScene.SHIPPING)),
                        marketing("2026-11-09T10:00")))
                .hasSize(1);
    }
}
