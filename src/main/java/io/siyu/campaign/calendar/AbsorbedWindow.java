package io.siyu.campaign.calendar;

import java.time.LocalDate;

/**
 * A window that gave way.
 *
 * @param node none for a cadence window
 * @param gapDays days between the nearest days of both windows, 0 when they share one
 */
public record AbsorbedWindow(
        LocalDate startDay,
        LocalDate endDay,
        WindowSource source,
        MarketingNode node,
        long gapDays,
        AbsorptionReason reason) {}
