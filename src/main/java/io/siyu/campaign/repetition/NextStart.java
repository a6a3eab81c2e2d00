package io.siyu.campaign.repetition;

import io.siyu.campaign.CampaignWarning;

import java.time.LocalDate;

/** On which day a campaign may come again, in a shop's rhythm (R3). */
public final class NextStart {
    private NextStart() {}

    /**
     * So many cadences after its own start that there is time to prepare it.
     *
     * @param cadenceDays at least 1
     * @param today the shop's
     */
    public static LocalDate of(LocalDate startDay, int cadenceDays, LocalDate today) {
        LocalDate earliest = today.plusDays(CampaignWarning.PREPARATION_LEAD_DAYS);
        LocalDate next = startDay.plusDays(cadenceDays);
        long missing = earliest.toEpochDay() - next.toEpochDay();
        long more = missing <= 0 ? 0 : (missing + cadenceDays - 1) / cadenceDays;
        return next.plusDays(more * cadenceDays);
    }
}
