package io.siyu.campaign.post;

/** A post of a READY or RUNNING campaign, or a daily post, was added, changed or removed. */
public record PostChanged(long shopId, long postId) {}
