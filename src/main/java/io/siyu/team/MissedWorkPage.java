package io.siyu.team;

import java.util.List;

/**
 * A page of the ledger of missed work, with what it comes to in all.
 *
 * @param next what to send as {@code after} for the following page; null on the last one
 */
public record MissedWorkPage(List<MissedWorkResponse> items, String next, Totals totals) {
    /**
     * What was missed in the days asked for: of private messages the recipients count, not the lists.
     *
     * @param tasks how many lie in the ledger
     * @param recipients how many were on the lists among them
     * @param missed how many of these nobody wrote to
     */
    public record Totals(int tasks, int recipients, int missed) {}
}
