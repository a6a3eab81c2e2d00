package io.siyu.retrospective.work;

import io.siyu.buyer.Tier;

/** Private messages to one tier, as followers stood when they were chosen. */
public record TierRecipients(Tier tier, Recipients recipients) {}
