package io.siyu.tier;

import io.siyu.buyer.Tier;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where a buyer belongs as of a day.
 *
 * @param ownCycleDays six decimals, null for a buyer without purchase days
 * @param dueDay when the buyer is expected again, null for a buyer without purchase days
 * @param reason readable, with the figures that decided
 */
public record TierVerdict(Tier tier, BigDecimal ownCycleDays, LocalDate dueDay, String reason) {}
