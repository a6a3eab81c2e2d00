package io.siyu.feedback;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Caller;
import io.siyu.staff.Found;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Who may look at which feedback. */
@ApplicationScoped
public class FeedbackAccess {
    private final FeedbackService service;
    private final Caller caller;
    private final Clock clock;

    public FeedbackAccess(FeedbackService service, Caller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    public Member memberOf(Id shop) {
        return caller.member(shop);
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 without the role in its shop, 404 for staff who did not report it */
    public Found<Feedback> find(Id id) {
        Found<Feedback> found = caller.find(shops -> service.find(shops, id));
        if (found.member().isOnlyStaff()
                && !found.thing().isReportedBy(found.member().staffId())) {
            throw ErrorCode.NOT_FOUND.problem("There is no such feedback.");
        }
        return found;
    }

    /** @param mine what staff reported anyway; for others what they answer for */
    FeedbackFilter filter(
            Member member, boolean mine, FeedbackStatus status, String kind, Id campaign, boolean overdue) {
        boolean onlyOwn = member.isOnlyStaff();
        return new FeedbackFilter(
                onlyOwn ? member.staffId() : null,
                !onlyOwn && mine ? member.staffId() : null,
                status,
                kind,
                campaign == null ? null : campaign.value(),
                overdue ? clock.instant() : null);
    }
}
