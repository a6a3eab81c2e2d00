package io.siyu.campaign.plan;

import java.time.LocalDate;

/** A marketing node on one of its days. */
public record NodeDay(MarketingNode node, LocalDate day) {}
