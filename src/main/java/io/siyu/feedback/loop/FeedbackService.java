package io.siyu.feedback.loop;

import io.siyu.feedback.AnswerTasks;
import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackConfig;
import io.siyu.feedback.FeedbackCounts;
import io.siyu.feedback.FeedbackFilter;
import io.siyu.feedback.FeedbackHistory;
import io.siyu.feedback.FeedbackOwners;
import io.siyu.feedback.FeedbackRepository;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.shop.calendar.WorkingCalendarService;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.WorkingTimes;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** The loop from what staff hear to what comes of it. */
@ApplicationScoped
public class FeedbackService {
    private final FeedbackRepository feedbacks;
    private final FeedbackSubjects subjects;
    private final FeedbackActions actions;
    private final FeedbackSight sight;
    private final FeedbackAnswers answers;
    private final FeedbackOwners owners;
    private final FeedbackHistory history;
    private final FeedbackCounts counts;
    private final FeedbackEnds ends;
    private final AnswerTasks tasks;
    private final StaffRepository staff;
    private final WorkingCalendarService calendars;
    private final WorkingTimes times;
    private final FeedbackConfig config;
    private final Clock clock;

    public FeedbackService(
            FeedbackRepository feedbacks,
            FeedbackSubjects subjects,
            FeedbackActions actions,
            FeedbackSight sight,
            FeedbackAnswers answers,
            FeedbackOwners owners,
            FeedbackHistory history,
            FeedbackCounts counts,
            FeedbackEnds ends,
            AnswerTasks tasks,
            StaffRepository staff,
            WorkingCalendarService calendars,
            WorkingTimes times,
            FeedbackConfig config,
            Clock clock) {
        this.feedbacks = feedbacks;
        this.subjects = subjects;
        this.actions = actions;
        this.sight = sight;
        this.answers = answers;
        this.owners = owners;
        this.history = history;
        this.counts = counts;
        this.ends = ends;
        this.tasks = tasks;
        this.staff = staff;
        this.calendars = calendars;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    public FeedbackResponse report(Member reporter, CreateFeedbackRequest request) {
        return Contention.inTransaction(() -> {
            Instant now = clock.instant();
            FeedbackSubject subject = subjects.of(reporter, request);
            Feedback feedback = Feedback.report(
                    reporter.shopId(),
                    request.kind(),
                    request.text().strip(),
                    subject,
                    subjects.pictures(reporter.shopId(), request),
                    reporter.staffId(),
                    now);
            Long owner = owners.ownerOf(reporter.shopId(), subject).orElse(null);
            feedback.entrustTo(owner, dueFrom(reporter.shop(), owner, now));
            feedbacks.persist(feedback);
            history.add(feedback, null, reporter.staffId(), null, now);
            counts.move(reporter.shopId(), null, feedback.status());
            return answers.of(feedback);
        });
    }

    /** Staff see what they reported or answer for, marketers and admins all. */
    public Page<FeedbackResponse> list(Member member, FeedbackFilter filter, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<Feedback> rows = feedbacks.listBefore(member.shopId(), filter, before, page.rowsToRead());
        Page<Feedback> cut = Page.of(rows, page.limit(), f -> Cursor.of(f.id()));
        return new Page<>(answers.of(member.shopId(), cut.items()), cut.next());
    }

    /** @throws io.siyu.platform.problem.ProblemException as {@link FeedbackSight#find} */
    public FeedbackDetailResponse get(Id id) {
        Feedback feedback = sight.find(id).thing();
        return new FeedbackDetailResponse(answers.of(feedback), history.list(feedback.shopId(), feedback.id()));
    }

    @Transactional
    public FeedbackResponse reword(Id id, String ifMatch, UpdateFeedbackRequest request) {
        Found<Feedback> found = sight.find(id);
        Feedback feedback = found.thing();
        requireReporter(found.member(), feedback);
        ETags.requireMatch(ifMatch, feedback.version());
        feedback.reword(
                Objects.requireNonNullElse(request.kind(), feedback.kind()),
                request.text() == null ? feedback.text() : request.text().strip());
        feedbacks.flush();
        return answers.of(feedback);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for who does not work here, and for a time that is over */
    public FeedbackResponse triage(Id id, TriageFeedbackRequest request) {
        return step(id, request.note(), (by, feedback, now) -> {
            sight.requireInCharge(by, feedback);
            Long owner = request.ownerStaffId() == null
                    ? feedback.ownerStaffId()
                    : colleague(by.shopId(), request.ownerStaffId());
            feedback.triage(owner, dueOf(feedback, request.dueAt(), now), request.note(), now);
        });
    }

    private Instant dueFrom(Shop shop, Long owner, Instant now) {
        return times.of(shop, owner).after(now, config.dueAfter());
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

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for an outcome without its object, 403 for staff who do not answer
     *     for it
     */
    public FeedbackResponse act(Id id, ActOnFeedbackRequest request) {
        return step(id, request.said(), (by, feedback, now) -> {
            sight.requireInCharge(by, feedback);
            feedback.requireActable();
            feedback.act(actions.of(by, feedback, request), request.note(), now);
        });
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for whose word it is not, see {@link FeedbackEnds} */
    public FeedbackResponse confirm(Id id) {
        return step(id, null, (by, feedback, now) -> {
            ends.require(by, feedback, now);
            feedback.confirm(now, calendars.timeOf(by.shop()).between(feedback.reportedAt(), now));
        });
    }

    /** @throws io.siyu.platform.problem.ProblemException 403 for whose word it is not, see {@link FeedbackEnds} */
    public FeedbackResponse reopen(Id id, ReopenFeedbackRequest request) {
        return step(id, request.reason(), (by, feedback, now) -> {
            ends.require(by, feedback, now);
            feedback.reopen(request.reason().strip(), dueFrom(by.shop(), feedback.ownerStaffId(), now));
        });
    }

    /** Takes a feedback one step on. */
    @FunctionalInterface
    private interface Verb {
        void apply(Member by, Feedback feedback, Instant now);
    }

    private FeedbackResponse step(Id id, String note, Verb verb) {
        return Contention.inTransaction(() -> {
            Found<Feedback> found = sight.find(id);
            Feedback feedback = found.thing();
            FeedbackStatus from = feedback.status();
            int version = feedback.version();
            Instant now = clock.instant();
            verb.apply(found.member(), feedback, now);
            feedbacks.flush();
            if (feedback.version() != version) {
                history.add(feedback, from, found.member().staffId(), note, now);
                counts.move(feedback.shopId(), from, feedback.status());
                tasks.align(feedback, found.member().staffId());
            }
            return answers.of(feedback);
        });
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
}
