package io.siyu.campaign.post;

/**
 * Fired in the transaction in which somebody edited a daily post or took it out, which {@link PostChanged} does not tell.
 *
 * @param by the username
 */
public record DailyPostTouched(CampaignPost post, String by) {}
