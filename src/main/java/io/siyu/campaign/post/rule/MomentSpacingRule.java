package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Between an account's moments lies some time, also over midnight; how much says the day of the later one. */
@Singleton
class MomentSpacingRule implements PlanRule {
    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        List<RuleViolation> found = new ArrayList<>();
        for (List<PlannedPost> moments : posts.byAccount(PostKind.MOMENT)) {
            for (int i = 1; i < moments.size(); i++) {
                PlannedPost later = moments.get(i);
                found.addAll(checkPair(
                        moments.get(i - 1), later, posts.limitsOn(later.day()).momentGapMinutes()));
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<RuleViolation> checkPair(PlannedPost before, PlannedPost after, int gap) {
        long minutes = Duration.between(before.at(), after.at()).toMinutes();
        return minutes >= gap
                ? List.of()
                : PlannedPosts.errorAtLast(
                        List.of(before, after),
                        PostRule.MOMENT_SPACING,
                        "Only " + minutes + " minutes between the moments of " + before.at() + " and " + after.at()
                                + ", " + gap + " are needed: move one by " + (gap - minutes) + " minutes.",
                        before.at() + "与" + after.at() + "的两条朋友圈只隔" + minutes + "分钟，至少要隔" + gap + "分钟：请把其中一条挪开"
                                + (gap - minutes) + "分钟。");
    }
}
