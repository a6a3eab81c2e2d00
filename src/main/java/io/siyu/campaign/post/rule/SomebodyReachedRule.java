package io.siyu.campaign.post.rule;

import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** A post reaches somebody of its campaign's audience. */
@Singleton
class SomebodyReachedRule implements PostTextRule {
    @Override
    public List<RuleViolation> check(ReadPost post) {
        return !post.reach().isNobody()
                ? List.of()
                : List.of(RuleViolation.warn(
                        PostRule.AUDIENCE_OUTSIDE_CAMPAIGN,
                        post.field(),
                        "It reaches nobody of the campaign's audience: choose tiers, tags or accounts that both have.",
                        "它触达不到活动人群中的任何人：请选择两边都有的分层、标签或承接号。"));
    }
}
