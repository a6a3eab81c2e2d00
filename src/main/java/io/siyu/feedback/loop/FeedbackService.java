package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackConfig;
import io.siyu.feedback.FeedbackFilter;
import io.siyu.feedback.FeedbackHistory;
import io.siyu.feedback.FeedbackOwners;
import io.siyu.feedback.FeedbackRepository;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.feedback.loop.FeedbackResponse.StaffRef;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The loop from what staff hear to what comes of it. */
@ApplicationScoped
public class FeedbackService {
    private final FeedbackRepository feedbacks;
    private final FeedbackSubjects subjects;
    private final FeedbackOwners owners;
    private final FeedbackHistory history;
    private final FeedbackEnds ends;
    private final StaffRepository staff;
    private final Caller caller;
    private final FeedbackConfig config;
    private final Clock clock;

    public FeedbackService(
            FeedbackRepository feedbacks,
            FeedbackSubjects subjects,
            FeedbackOwners owners,
            FeedbackHistory history,
            FeedbackEnds ends,
            StaffRepository staff,
            Caller caller,
            FeedbackConfig config,
            Clock clock) {
        this.feedbacks = feedbacks;
        this.subjects = subjects;
        this.owners = owners;
        this.history = history;
        this.ends = ends;
        this.staff = staff;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public FeedbackResponse report(Member reporter, CreateFeedbackRequest request) {
        Instant now = clock.instant();
        FeedbackSubject subject = subjects.of(reporter, request);
        Feedback feedback = Feedback.report(
                reporter.shopId(), request.kind(), request.text().strip(), subject, reporter.staffId(), now);
        feedback.entrustTo(owners.ownerOf(reporter.shopId(), subject).orElse(null), now.plus(config.dueAfter()));
        feedbacks.persist(feedback);
        history.add(feedback, null, reporter.staffId(), null, now);
        return answer(feedback);
    }

    /** Staff see what they reported, marketers and admins all. */
    public Page<FeedbackResponse> list(Member member, FeedbackFilter filter, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<Feedback> rows = feedbacks.listBefore(member.shopId(), filter, before, page.rowsToRead());
        Map<Long, StaffRef> names = names(member.shopId(), rows);
        return Page.of(rows, page.limit(), f -> Cursor.of(f.id())).map(f -> answer(f, names));
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 without the role in its shop, 404 for staff who did not report it */
    public FeedbackDetailResponse get(Id id) {
        Feedback feedback = find(id).thing();
        return new FeedbackDetailResponse(answer(feedback), history.list(feedback.shopId(), feedback.id()));
    }

    @Transactional
    public FeedbackResponse reword(Id id, String ifMatch, UpdateFeedbackRequest request) {
        Found<Feedback> found = find(id);
        Feedback feedback = found.thing();
        requireReporter(found.member(), feedback);
        ETags.requireMatch(ifMatch, feedback.version());
        feedback.reword(
                Objects.requireNonNullElse(request.kind(), feedback.kind()),
                request.text() == null ? feedback.text() : request.text().strip());
        feedbacks.flush();
        return answer(feedback);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for who does not work here, and for a time that is over */
    public FeedbackResponse triage(Id id, TriageFeedbackRequest request) {
        return step(id, request.note(), (by, feedback, now) -> {
            Long owner = request.ownerStaffId() == null
                    ? feedback.ownerStaffId()
                    : colleague(by.shopId(), request.ownerStaffId());
            feedback.triage(owner, dueOf(feedback, request.dueAt(), now), request.note(), now);
        });
    }

    /** One that it has already may have passed meanwhile. */
    private static Instant dueOf(Feedback feedback, OffsetDateTime wanted, Instant now) {
        if (wanted == null) {
            return feedback.dueAt();
        }
        Instant due = wanted.toInstant().truncatedTo(ChronoUnit.MICROS);
        if (!due.isAfter(now) && !due.equals(feedback.dueAt())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "dueAt", "Past", language -> language == Language.CHINESE ? "截止时间必须晚于现在。" : "It must lie ahead.");
        }
        return due;
    }

    public FeedbackResponse act(Id id, ActOnFeedbackRequest request) {
        return step(
                id,
                request.note() == null ? request.reason() : request.note(),
                (by, feedback, now) -> feedback.act(subjects.actionOf(by.shopId(), request), request.note(), now));
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for whose word it is not, see {@link FeedbackEnds} */
    public FeedbackResponse confirm(Id id) {
        return step(id, null, (by, feedback, now) -> {
            ends.require(by, feedback, now);
            feedback.confirm(now);
        });
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for whose word it is not, see {@link FeedbackEnds} */
    public FeedbackResponse reopen(Id id, ReopenFeedbackRequest request) {
        return step(id, request.reason(), (by, feedback, now) -> {
            ends.require(by, feedback, now);
            feedback.reopen(request.reason().strip(), now.plus(config.dueAfter()));
        });
    }

    /** Takes a feedback one step on. */
    @FunctionalInterface
    private interface Verb {
        void apply(Member by, Feedback feedback, Instant now);
    }

    private FeedbackResponse step(Id id, String note, Verb verb) {
        return Contention.inTransaction(() -> {
            Found<Feedback> found = find(id);
            Feedback feedback = found.thing();
            FeedbackStatus from = feedback.status();
            int version = feedback.version();
            Instant now = clock.instant();
            verb.apply(found.member(), feedback, now);
            feedbacks.flush();
            if (feedback.version() != version) {
                history.add(feedback, from, found.member().staffId(), note, now);
            }
            return answer(feedback);
        });
    }

    private Found<Feedback> find(Id id) {
        Found<Feedback> found = caller.find(
                shops -> feedbacks.findInAny(shops, id.value()).orElseThrow(FeedbackService::noSuchFeedback));
        Member member = found.member();
        if (member.isOnlyStaff() && !found.thing().isReportedBy(member.staffId())) {
            throw noSuchFeedback();
        }
        return found;
    }

    private long colleague(long shopId, Id staffId) {
        return staff.lockWorking(shopId, staffId.value())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "ownerStaffId", "UnknownStaff", "No such person works in this shop."));
    }

    private static void requireReporter(Member member, Feedback feedback) {
        if (!feedback.isReportedBy(member.staffId())) {
            throw ErrorCode.FORBIDDEN.problem("Only who reported it may say so.");
        }
    }

    private FeedbackResponse answer(Feedback feedback) {
        return answer(feedback, names(feedback.shopId(), List.of(feedback)));
    }

    private FeedbackResponse answer(Feedback feedback, Map<Long, StaffRef> names) {
        return FeedbackResponse.from(
                feedback,
                names.get(feedback.reporterStaffId()),
                feedback.ownerStaffId() == null ? null : names.get(feedback.ownerStaffId()),
                clock.instant());
    }

    private Map<Long, StaffRef> names(long shopId, List<Feedback> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(feedback -> {
            ids.add(feedback.reporterStaffId());
            if (feedback.ownerStaffId() != null) {
                ids.add(feedback.ownerStaffId());
            }
        });
        return staff.listIn(shopId, ids).stream()
                .collect(Collectors.toMap(Staff::id, s -> new StaffRef(Id.of(s.id()), s.displayName())));
    }

    private static RuntimeException noSuchFeedback() {
        return ErrorCode.NOT_FOUND.problem("There is no such feedback.");
    }
}
