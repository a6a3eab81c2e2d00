package io.siyu.campaign.preparation;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An item of the preparation list.
 *
 * @param ownerName null if the owner has left the shop: somebody else must take it
 * @param dueDay by when its owner is to be done, in the shop's zone
 * @param latestDay the last day on which it may be done
 * @param reason why it is not needed
 * @param doneAt null unless it is DONE
 */
public record PreparationResponse(
        PreparationItem item,
        PreparationState state,
        Id ownerStaffId,
        String ownerName,
        LocalDate dueDay,
        LocalDate latestDay,
        String reason,
        String note,
        Instant doneAt,
        String changedBy) {
    /** @param ownerName null if the owner has left */
    static PreparationResponse from(CampaignPreparation preparation, Campaign campaign, String ownerName) {
        return new PreparationResponse(
                preparation.item(),
                preparation.state(),
                Id.of(preparation.ownerStaffId()),
                ownerName,
                preparation.dueDay(campaign.startDay()),
                campaign.startDay().minusDays(CampaignTerms.PREPARED_DAYS_BEFORE),
                preparation.reason(),
                preparation.note(),
                preparation.state() == PreparationState.DONE ? preparation.settledAt() : null,
                preparation.changedBy());
    }
}
