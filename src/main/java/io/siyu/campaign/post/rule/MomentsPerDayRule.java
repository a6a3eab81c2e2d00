package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An account has so many moments a day and no more. */
@Singleton
class MomentsPerDayRule implements PlanRule {
    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return posts.byAccount(PostKind.MOMENT).stream()
                .flatMap(moments -> PlannedPosts.byDay(moments).entrySet().stream())
                .flatMap(day -> checkDay(day, posts.limitsOn(day.getKey()).momentsPerDay()).stream())
                .distinct()
                .toList();
    }

    private static List<RuleViolation> checkDay(Map.Entry<LocalDate, List<PlannedPost>> day, int most) {
        int moments = day.getValue().size();
        return moments <= most
                ? List.of()
                : PlannedPosts.errorAtLast(
                        day.getValue(),
                        PostRule.MOMENTS_PER_DAY,
                        "An account has " + moments + " moments on " + day.getKey() + ", " + most
                                + " are allowed: move one to another day, or leave an account out.",
                        day.getKey() + "一个承接号有" + moments + "条朋友圈，最多" + most + "条：请挪到别的日子，或少用一个承接号。");
    }
}
