package io.siyu.campaign.preparation;

import io.siyu.campaign.Campaign;

import java.time.Instant;
import java.time.LocalDate;

/** @param latestDay the last day, in the shop's zone, on which it may be done */
public record PreparationResponse(
        PreparationItem item,
        PreparationState state,
        String note,
        Instant doneAt,
        String changedBy,
        LocalDate latestDay) {
    static PreparationResponse from(CampaignPreparation preparation, Campaign campaign) {
        return new PreparationResponse(
                preparation.item(),
                preparation.state(),
                preparation.note(),
                preparation.doneAt(),
                preparation.changedBy(),
                campaign.startDay().minusDays(PreparationGate.DAYS_BEFORE));
    }
}
