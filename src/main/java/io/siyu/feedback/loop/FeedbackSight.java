package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

/** Who may read a feedback and who may act on it (R16): marketers and admins, and its owner whatever his role. */
@ApplicationScoped
public class FeedbackSight {
    private final FeedbackRepository feedbacks;
    private final Caller caller;

    public FeedbackSight(FeedbackRepository feedbacks, Caller caller) {
        this.feedbacks = feedbacks;
        this.caller = caller;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 403 without the role in its shop, 404 for staff who neither reported it
     *     nor answer for it
     */
    public Found<Feedback> find(Id id) {
        Found<Feedback> found =
                caller.find(shops -> feedbacks.findInAny(shops, id.value()).orElseThrow(FeedbackSight::noSuchFeedback));
        Member member = found.member();
        if (member.isOnlyStaff() && !found.thing().concerns(member.staffId())) {
            throw noSuchFeedback();
        }
        return found;
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for staff who do not answer for it */
    void requireInCharge(Member member, Feedback feedback) {
        if (!member.has(Role.MARKETER) && !member.has(Role.ADMIN) && !feedback.isOwnedBy(member.staffId())) {
            throw ErrorCode.FORBIDDEN.problem("Only its owner, a marketer or an admin may do so.");
        }
    }

    private static RuntimeException noSuchFeedback() {
        return ErrorCode.NOT_FOUND.problem("There is no such feedback.");
    }
}
