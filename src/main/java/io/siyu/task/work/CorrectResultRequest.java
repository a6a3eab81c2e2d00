package io.siyu.task.work;

import io.siyu.task.queue.CompleteTaskRequest.Result;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** What came of a task, as it is known by now; what is left out is not known. */
public record CorrectResultRequest(
        @Min(0) @Max(MOST) Integer likes,
        @Min(0) @Max(MOST) Integer comments,
        @Min(0) @Max(MOST) Integer replies,
        @Size(max = 2000) String note) {
    private static final int MOST = 1_000_000;

    /** @param before keeps how far adding a friend got: that is the follower's */
    Result over(Result before) {
        return new Result(likes, comments, replies, note, before.outcome());
    }
}
