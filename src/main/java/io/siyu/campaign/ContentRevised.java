package io.siyu.campaign;

/** Fired in the transaction in which a campaign came to have a new content revision, the first one included. */
public record ContentRevised(Campaign campaign, Actor by) {}
