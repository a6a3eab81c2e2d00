package io.siyu.feedback;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.staff.Caller;
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

    /** A feedback and who looks at it. */
    public record Seen(Member member, Feedback feedback) {}

    public Member memberOf(Id shop) {
        return caller.require(shop, Role.STAFF, Role.MARKETER, Role.ADMIN);
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for staff who did not report it; 403 without any of the roles */
    public Seen find(Id id, String... roles) {
        Feedback feedback = service.find(caller.shopIds(), id);
        Member member = caller.member(feedback.shopId());
        if (member.isOnlyStaff() && !feedback.isReportedBy(member.staffId())) {
            throw ErrorCode.NOT_FOUND.problem("There is no such feedback.");
        }
        return new Seen(caller.require(feedback.shopId(), roles), feedback);
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
