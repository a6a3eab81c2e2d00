package io.siyu.feedback.board;

import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.loop.FeedbackResponse;

import java.time.LocalDate;
import java.util.List;

/** A shop's feedback by state, in the order of its way, and how long loops took that were closed in a range of days. */
public record FeedbackBoardResponse(List<Column> columns, Loop loop) {
    /**
     * One state.
     *
     * @param count of all that are in it
     * @param overdue of these
     * @param items the newest
     * @param next to go on with in the list of this status; null where there are no more
     */
    public record Column(FeedbackStatus status, long count, long overdue, List<FeedbackResponse> items, String next) {}

    /**
     * Loops that were closed from one day to another, both included.
     *
     * @param medianHours working hours that half of them took at most; null where none was closed
     * @param p90Hours the same of nine in ten
     */
    public record Loop(LocalDate from, LocalDate to, int confirmed, Double medianHours, Double p90Hours) {}
}
