package io.siyu.campaign.post.rule;

import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;

import jakarta.inject.Singleton;

import java.util.List;

/** A follower gets so many private messages in any thirty days and no more. */
@Singleton
class PrivatePer30DaysRule implements PlanRule {
    static final int DAYS = 30;

    private static final PrivateMessages MESSAGES =
            new PrivateMessages(PostRule.PRIVATE_PER_30_DAYS, DAYS, ContactLimits::privatePer30Days);

    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return MESSAGES.check(posts);
    }
}
