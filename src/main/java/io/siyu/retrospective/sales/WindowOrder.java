package io.siyu.retrospective.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A counted order of a window.
 *
 * @param buyerId null where nobody knows who bought
 * @param at when it was paid, or made where its export gives no payment time
 * @param listed null for who is not in the audience
 * @param written the campaign's last private message to the buyer before that, null without one
 * @param isWrittenTo whether any private message went to the buyer in the window
 */
record WindowOrder(
        Long buyerId, LocalDate day, Instant at, BigDecimal net, Listing listed, Touch written, boolean isWrittenTo) {}
