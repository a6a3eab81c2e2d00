package io.siyu.campaign;

/** Fired when an edit takes a READY campaign back to REVIEW: tasks not done yet wait until it is READY again. */
public record CampaignReopened(long shopId, long campaignId) {}
