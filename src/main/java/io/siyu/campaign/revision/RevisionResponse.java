package io.siyu.campaign.revision;

import java.time.Instant;

/** One content revision of a campaign: who made it, and when. */
public record RevisionResponse(int number, String madeBy, Instant madeAt) {}
