package io.siyu.campaign.timeline;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * One line of a campaign's history.
 *
 * @param subject what it is about: a status, an item, a round, a revision, a post
 * @param outcome what came of it: a status, a decision, a state
 * @param contentRevision the campaign's at that time
 * @param staffId null for the clock
 */
public record TimelineResponse(
        Id id,
        TimelineKind kind,
        String subject,
        String outcome,
        String text,
        int contentRevision,
        Id staffId,
        String by,
        Instant at) {}
