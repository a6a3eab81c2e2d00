package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;

import jakarta.inject.Singleton;

import java.util.List;

/** No moment goes out in the quiet hours of its day. At night the other kinds are unwise, and so only shown. */
@Singleton
class QuietHoursRule implements PlanRule {
    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return posts.underCheck().stream()
                .filter(post -> posts.limitsOn(post.day()).isQuiet(post.at().toLocalTime()))
                .map(post -> violation(post, posts.limitsOn(post.day())))
                .toList();
    }

    private static RuleViolation violation(PlannedPost post, ContactLimits limits) {
        String hours = limits.quietFrom() + "–" + limits.quietTo();
        String english = post.at().toLocalTime() + " is in quiet hours (" + hours + "): move it to " + limits.quietTo()
                + " or later, and before " + limits.quietFrom() + ".";
        String chinese = post.at().toLocalTime() + "在安静时段（" + hours + "）内：请改到" + limits.quietTo() + "之后、"
                + limits.quietFrom() + "之前。";
        return post.kind() == PostKind.MOMENT
                ? RuleViolation.error(PostRule.QUIET_HOURS, post.field(), english, chinese)
                : RuleViolation.warn(PostRule.QUIET_HOURS, post.field(), english, chinese);
    }
}
