package io.siyu.campaign.duty;

import java.time.LocalDate;

/**
 * What one person owes a campaign, or owed and has done.
 *
 * @param about the item, the content revision's number, or the round's
 * @param staffId whose it is; null for an item whose owner works here no more
 * @param dueDay null where no day was set
 */
public record CampaignDuty(DutyKind kind, String about, Long staffId, LocalDate dueDay, boolean isDone) {}
