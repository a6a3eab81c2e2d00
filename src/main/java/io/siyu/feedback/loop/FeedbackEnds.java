package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackConfig;
import io.siyu.feedback.FeedbackHistory;
import io.siyu.feedback.FeedbackOwners;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/**
 * Who has the last word on what came of a feedback (R16): its reporter; another marketer or admin once the reporter has
 * had time enough, or works here no more. Not the one who acted, unless there is nobody else.
 */
@ApplicationScoped
class FeedbackEnds {
    private final StaffRepository staff;
    private final FeedbackOwners owners;
    private final FeedbackHistory history;
    private final FeedbackConfig config;

    FeedbackEnds(StaffRepository staff, FeedbackOwners owners, FeedbackHistory history, FeedbackConfig config) {
        this.staff = staff;
        this.owners = owners;
        this.history = history;
        this.config = config;
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for whose word it is not, or not yet */
    void require(Member member, Feedback feedback, Instant now) {
        if (feedback.isReportedBy(member.staffId()) || feedback.status() != FeedbackStatus.ACTIONED) {
            // What is not to be ended yet is refused for that.
            return;
        }
        if (!member.has(Role.MARKETER) && !member.has(Role.ADMIN)) {
            throw ErrorCode.FORBIDDEN.problem("Only who reported it may say so.");
        }
        Instant from = feedback.actionedAt().plus(config.reportersTime());
        if (now.isBefore(from) && isReporterHere(feedback)) {
            throw ErrorCode.FORBIDDEN.problem(
                    "Only who reported it may say so; from " + from + " on another marketer may.");
        }
        boolean hasActed =
                history.lastToAct(feedback).filter(by -> by == member.staffId()).isPresent();
        if (hasActed && owners.hasOtherThan(member.shopId(), member.staffId())) {
            throw ErrorCode.FORBIDDEN.problem("Another marketer than the one who acted on it may say so.");
        }
    }

    private boolean isReporterHere(Feedback feedback) {
        return staff.findIn(feedback.shopId(), feedback.reporterStaffId())
                .filter(Staff::isWorking)
                .isPresent();
    }
}
