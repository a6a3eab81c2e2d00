package io.siyu.follower.contact;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * A fact that broke a limit.
 *
 * @param followerId who got the message; null for what went out on an account
 * @param allowed what the limit was on that day: a number, or minutes for MOMENT_GAP
 * @param counted what there was together with this one
 */
public record BreachResponse(
        Id id,
        ContactRule limit,
        int allowed,
        int counted,
        Instant at,
        Id taskId,
        Id followerId,
        Id accountId,
        String accountName,
        Id staffId,
        String staffName,
        Id campaignId,
        Instant recordedAt) {}
