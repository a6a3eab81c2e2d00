package io.siyu.campaign.post.rule;

import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;

import jakarta.inject.Singleton;

import java.util.List;

/** A follower gets so many private messages a day and no more. */
@Singleton
class PrivatePerDayRule implements PlanRule {
    static final int DAYS = 1;

    private static final PrivateMessages MESSAGES =
            new PrivateMessages(PostRule.PRIVATE_PER_DAY, DAYS, ContactLimits::privatePerDay);

    @Override
    public List<RuleViolation> check(PlannedPosts posts) {
        return MESSAGES.check(posts);
    }
}
