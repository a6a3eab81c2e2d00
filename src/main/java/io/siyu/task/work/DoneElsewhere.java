package io.siyu.task.work;

import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.task.Task;

/** What is done at its subject is not done by saying so at its task. */
final class DoneElsewhere {
    private DoneElsewhere() {}

    /** @throws io.siyu.platform.problem.ProblemException 409 that says where it is done, for such a task */
    static void refuse(Task task) {
        if (task.kind().isDoneElsewhere()) {
            String place = place(task);
            throw ErrorCode.STATE_CONFLICT.problem(Wording.of(
                    "This is done at " + place + "; the task is done by that itself.", "请在 " + place + " 处理，任务会随之完成。"));
        }
    }

    private static String place(Task task) {
        Id subject = Id.of(task.origin().subjectId());
        return switch (task.kind()) {
            case PREPARE -> "/campaigns/" + subject + "/preparations";
            case REVIEW -> "/campaigns/" + subject + "/reviews";
            case ACKNOWLEDGE -> "/campaigns/" + subject + "/briefings";
            case ANSWER_FEEDBACK -> "/feedback/" + subject;
            case ADD_FRIEND, WELCOME, MOMENT, GROUP, PRIVATE, FOLLOW_UP ->
                throw new IllegalArgumentException("A " + task.kind() + " is done by its task");
        };
    }
}
