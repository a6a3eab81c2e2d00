package io.siyu.feedback.board;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackCounts;
import io.siyu.feedback.FeedbackFilter;
import io.siyu.feedback.FeedbackRepository;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.loop.FeedbackAnswers;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A shop's feedback side by side, by how far it has come (R16). */
@ApplicationScoped
public class FeedbackBoardService {
    private static final int FIRST_PAGE = 20;
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private static final List<FeedbackStatus> WAY = List.of(
            FeedbackStatus.NEW,
            FeedbackStatus.TRIAGED,
            FeedbackStatus.REOPENED,
            FeedbackStatus.ACTIONED,
            FeedbackStatus.CONFIRMED);

    private final FeedbackRepository feedbacks;
    private final FeedbackCounts counts;
    private final FeedbackBoardFigures figures;
    private final FeedbackAnswers answers;
    private final Clock clock;

    public FeedbackBoardService(
            FeedbackRepository feedbacks,
            FeedbackCounts counts,
            FeedbackBoardFigures figures,
            FeedbackAnswers answers,
            Clock clock) {
        this.feedbacks = feedbacks;
        this.counts = counts;
        this.figures = figures;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * @param from first day of the range of loop times; null for thirty days up to its end
     * @param to its last day; null for today
     * @throws io.siyu.platform.problem.ProblemException 400 for a range that ends before it begins, or of more than 366 days
     */
    public FeedbackBoardResponse of(Shop shop, LocalDate from, LocalDate to) {
        LocalDate last = Objects.requireNonNullElse(to, shop.today(clock));
        LocalDate first = Objects.requireNonNullElse(from, last.minusDays(DEFAULT_DAYS - 1L));
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1L))) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "to",
                    "Range",
                    language -> language == Language.CHINESE
                            ? "日期范围为 1 至 " + MOST_DAYS + " 天。"
                            : "A range has from 1 to " + MOST_DAYS + " days.");
        }
        LoopTimes loops = figures.loops(
                shop.id(),
                first.atStartOfDay(shop.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(shop.zone()).toInstant());
        return new FeedbackBoardResponse(
                columns(shop.id()),
                new FeedbackBoardResponse.Loop(first, last, loops.count(), loops.hoursAt(50), loops.hoursAt(90)));
    }

    private List<FeedbackBoardResponse.Column> columns(long shopId) {
        Instant now = clock.instant();
        Map<FeedbackStatus, Long> all = counts.list(shopId);
        Map<FeedbackStatus, Long> overdue = figures.overdue(shopId, now);
        List<FeedbackBoardResponse.Column> columns = new ArrayList<>();
        for (FeedbackStatus status : WAY) {
            List<Feedback> rows =
                    feedbacks.listBefore(shopId, FeedbackFilter.of(status), Long.MAX_VALUE, FIRST_PAGE + 1);
            Page<Feedback> page = Page.of(rows, FIRST_PAGE, feedback -> Cursor.of(feedback.id()));
            columns.add(new FeedbackBoardResponse.Column(
                    status,
                    all.getOrDefault(status, 0L),
                    overdue.getOrDefault(status, 0L),
                    answers.of(shopId, page.items()),
                    page.next()));
        }
        return columns;
    }
}
