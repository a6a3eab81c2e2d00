package io.siyu.follower.contact;

import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a follower got.
 *
 * @param at when it happened, by the device of who sent it
 * @param scriptVersion the version that was seen; null where there was no script
 * @param variant which of the slot's texts, null where it has one
 */
public record FollowerContactResponse(
        Id id,
        PostKind kind,
        Instant at,
        LocalDate day,
        Id taskId,
        Id accountId,
        String accountName,
        Id staffId,
        String staffName,
        Id campaignId,
        String campaignName,
        Id postId,
        Id scriptId,
        Integer scriptVersion,
        String variant,
        Instant recordedAt) {}
