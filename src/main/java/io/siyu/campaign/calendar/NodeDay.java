package io.siyu.campaign.calendar;

import java.time.LocalDate;

/** A marketing node on one of its days. */
public record NodeDay(MarketingNode node, LocalDate day) {}
