package io.siyu.campaign;

import io.siyu.campaign.calendar.CampaignDay;

import java.time.LocalDate;

/**
 * What a campaign is, as its members review it.
 *
 * @param mechanic null while nobody has chosen one
 * @param offer what the shop promises, in words; null while there is none
 */
public record CampaignTerms(
        String name, LocalDate startDay, Mechanic mechanic, String offer, Audience audience, int holdoutPercent) {
    public static final int MOST_HELD_OUT_PERCENT = 20;

    /** What {@code {{优惠}}} says: the offer, or for want of one its mechanic; null while there is neither. */
    public String offerText() {
        if (offer != null && !offer.isBlank()) {
            return offer;
        }
        return mechanic == null ? null : mechanic.zh() + "优惠";
    }

    public LocalDate endDay() {
        return startDay.plusDays(CampaignDay.COUNT - 1L);
    }
}
