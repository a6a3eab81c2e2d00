package io.siyu.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a campaign is, as its members review it.
 *
 * @param days how many it lasts, 1 to 7
 * @param mechanic null while nobody has chosen one
 * @param offer what the shop promises, in words; null while there is none
 * @param priority of two campaigns that want one follower on one day, the one with more keeps him
 * @param salesTarget in the shop's currency; null if nobody has said
 */
public record CampaignTerms(
        String name,
        LocalDate startDay,
        int days,
        Mechanic mechanic,
        String offer,
        Audience audience,
        int holdoutPercent,
        int priority,
        BigDecimal salesTarget) {
    public static final int MOST_HELD_OUT_PERCENT = 20;
    public static final int DEFAULT_DAYS = 3;
    public static final int MOST_DAYS = 7;
    /** All that a campaign needs is prepared this many days before its first day (product.md, R8). */
    public static final int PREPARED_DAYS_BEFORE = 3;

    public static final int MOST_PRIORITY = 100;
    private static final int MONEY_DIGITS = 2;

    public CampaignTerms {
        // As it is stored: otherwise 8 and 8.00 would be an edit.
        salesTarget = salesTarget == null ? null : salesTarget.setScale(MONEY_DIGITS);
    }

    /** One of three days that nobody has said more of. */
    public CampaignTerms(
            String name, LocalDate startDay, Mechanic mechanic, String offer, Audience audience, int holdoutPercent) {
        this(name, startDay, DEFAULT_DAYS, mechanic, offer, audience, holdoutPercent, 0, null);
    }

    /** What a plan knows of one. */
    static CampaignTerms drafted(String name, LocalDate startDay) {
        return new CampaignTerms(name, startDay, null, null, Audience.OPEN, 0);
    }

    /** The same on other days. */
    public CampaignTerms startingOn(LocalDate day) {
        return new CampaignTerms(name, day, days, mechanic, offer, audience, holdoutPercent, priority, salesTarget);
    }

    public CampaignTerms named(String newName) {
        return new CampaignTerms(
                newName, startDay, days, mechanic, offer, audience, holdoutPercent, priority, salesTarget);
    }

    /** What {@code {{优惠}}} says: the offer, or for want of one its mechanic; null while there is neither. */
    public String offerText() {
        if (offer != null && !offer.isBlank()) {
            return offer;
        }
        return mechanic == null ? null : mechanic.zh() + "优惠";
    }

    /** Whether followers would see and get the same: the name, the priority and the target are not theirs. */
    boolean offersTheSameAs(CampaignTerms other) {
        return startDay.equals(other.startDay)
                && days == other.days
                && mechanic == other.mechanic
                && Objects.equals(offer, other.offer)
                && audience.equals(other.audience)
                && holdoutPercent == other.holdoutPercent;
    }
}
