package io.siyu.team;

import io.siyu.campaign.CampaignStatus;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.Violation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What needs the caller in a shop today. Marketers and admins see all of the shop, staff what is theirs and the pool.
 *
 * @param overdue what is past its time, by person and account, the longest first
 * @param pool what nobody has been given
 * @param campaigns that should be ready soon, or should have been, and what keeps each from going on; none for staff
 * @param feedback what is past its time, the longest first
 */
public record TodayResponse(
        LocalDate day, List<Overdue> overdue, Pool pool, List<CampaignNeed> campaigns, List<Answer> feedback) {
    /**
     * @param staffId null for the pool
     * @param accountId null for work on no account
     * @param dueSince of the longest overdue one
     */
    public record Overdue(Id staffId, String staff, Id accountId, String account, int tasks, Instant dueSince) {}

    /** @param openSince null if nothing is in it */
    public record Pool(int tasks, int overdue, Instant openSince) {}

    /** @param readyBy the last day on which its preparation ends in time */
    public record CampaignNeed(
            Id id, String name, CampaignStatus status, LocalDate startDay, LocalDate readyBy, List<Violation> unmet) {}

    /** @param ownerStaffId null if nobody answers for it */
    public record Answer(Id id, FeedbackStatus status, Id ownerStaffId, String owner, Instant dueAt) {}
}
