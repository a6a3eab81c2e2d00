package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.loop.FeedbackResponse.PersonRef;
import io.siyu.platform.ids.Id;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells feedback with the names of those who reported it and answer for it, read for all at once. */
@ApplicationScoped
public class FeedbackAnswers {
    private final StaffRepository staff;
    private final Clock clock;

    public FeedbackAnswers(StaffRepository staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /** In the order of the rows, which are of one shop. */
    public List<FeedbackResponse> of(long shopId, List<Feedback> rows) {
        Map<Long, PersonRef> names = names(shopId, rows);
        return rows.stream()
                .map(feedback -> FeedbackResponse.from(
                        feedback,
                        names.get(feedback.reporterStaffId()),
                        feedback.ownerStaffId() == null ? null : names.get(feedback.ownerStaffId()),
                        clock.instant()))
                .toList();
    }

    FeedbackResponse of(Feedback feedback) {
        return of(feedback.shopId(), List.of(feedback)).get(0);
    }

    private Map<Long, PersonRef> names(long shopId, List<Feedback> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(feedback -> {
            ids.add(feedback.reporterStaffId());
            if (feedback.ownerStaffId() != null) {
                ids.add(feedback.ownerStaffId());
            }
        });
        return staff.listIn(shopId, ids).stream()
                .collect(Collectors.toMap(Staff::id, s -> new PersonRef(Id.of(s.id()), s.displayName())));
    }
}
