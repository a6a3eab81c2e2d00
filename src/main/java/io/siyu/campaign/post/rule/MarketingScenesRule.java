package io.siyu.campaign.post.rule;

import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Of an account's MARKETING moments a part shows what has happened: feedback, deals, repurchase or shipping. Looked at are
 * the seven days that end with the last one under check, so that a campaign is judged as a whole.
 */
@Singleton
class MarketingScenesRule implements PlanRule {
    private static final int DAYS = 7;

    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return posts.byAccount(PostKind.MOMENT).stream()
                .flatMap(moments -> {
                    Optional<PlannedPost> last = PlannedPosts.lastUnderCheck(moments);
                    return last.stream()
                            .flatMap(post -> checkWeek(
                                    post.day(),
                                    PlannedPosts.upTo(post.day(), DAYS, moments),
                                    posts.limitsOn(post.day()).marketingPerScene())
                                    .stream());
                })
                .distinct()
                .toList();
    }

    private static List<RuleViolation> checkWeek(LocalDate day, List<PlannedPost> week, int marketingPerScene) {
        List<PlannedPost> marketing = week.stream()
                .filter(post -> post.line() == ContentLine.MARKETING)
                .toList();
        long scenes = marketing.stream().filter(post -> post.scene() != null).count();
        return scenes * marketingPerScene >= marketing.size()
                ? List.of()
                : List.of(RuleViolation.warn(
                        PostRule.MARKETING_SCENES,
                        "days/" + day,
                        scenes + " of an account's " + marketing.size() + " MARKETING moments in the 7 days to " + day
                                + " show feedback, deals, repurchase or shipping, one of " + marketingPerScene
                                + " should: show what has really happened, and set the scene of its script.",
                        "截至" + day + "的7天里，一个承接号的" + marketing.size() + "条营销朋友圈中只有" + scenes + "条展示反馈、成交、复购或发货，每"
                                + marketingPerScene + "条至少要有1条：请展示真实的场景，并在话术上标明。"));
    }
}
