package io.siyu.task.work;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import java.util.List;

/**
 * What became of each task.
 *
 * @param done those with which it was done, or was so already
 * @param more whether the filter has more tasks than one call takes
 */
public record TaskBulkResponse(List<Id> done, List<Refused> refused, boolean more) {
    /** @param code of the problem that the action alone would have had */
    public record Refused(Id task, ErrorCode code, String message) {}
}
