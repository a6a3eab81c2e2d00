package io.siyu.task.duty;

import io.siyu.task.Task;
import io.siyu.task.TaskSubject;

/** Knows what one kind of subjects asks of people; a feature above tasks brings its own. */
public interface DutySource {
    TaskSubject subject();

    /** Whether what such a task reminds of is still to be done. */
    boolean asksFor(Task task);
}
