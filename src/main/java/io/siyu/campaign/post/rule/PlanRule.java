package io.siyu.campaign.post.rule;

import io.siyu.content.RuleViolation;

import java.util.List;

/** One rule on what posts break together: how many, how near, when, how much of it is selling (product.md, Post rules). */
public interface PlanRule {
    /** @return what those under check break, each with its remedy */
    List<RuleViolation> check(PlannedPosts posts);
}
