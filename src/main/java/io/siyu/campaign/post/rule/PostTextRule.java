package io.siyu.campaign.post.rule;

import io.siyu.content.RuleViolation;

import java.util.List;

/** One rule on a post alone, by what it says and to whom. */
public interface PostTextRule {
    /** @return what the post breaks, each with its remedy */
    List<RuleViolation> check(ReadPost post);
}
