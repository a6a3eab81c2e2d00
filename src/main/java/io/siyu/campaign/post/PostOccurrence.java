package io.siyu.campaign.post;

import io.siyu.buyer.Tier;
import io.siyu.content.ContentLine;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.script.ScriptPin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One time that a post goes out, with all that tasks need of it.
 *
 * @param campaignId null for a daily post
 * @param dayNo 1 to 3, null for a daily post
 * @param visibleTo who of its kind sees it; null for everyone
 * @param line null if neither the post nor its script has one
 * @param script in the version that the post keeps; null if it has none
 * @param tiers whom a private message is for: any of these
 * @param tags with any of these; empty for no matter which
 * @param segmentIds in all of these segments; empty for no matter which
 * @param accountIds the active accounts it goes out on; empty if it reaches nobody
 * @param values of the variables that the shop and the campaign resolve; account and recipient are the task's
 */
public record PostOccurrence(
        long shopId,
        Long campaignId,
        long postId,
        Integer dayNo,
        Instant at,
        PostKind kind,
        String visibleTo,
        ContentLine line,
        ScriptPin script,
        Set<Tier> tiers,
        List<String> tags,
        List<Long> segmentIds,
        List<Long> accountIds,
        Map<CopyVariable, String> values) {}
