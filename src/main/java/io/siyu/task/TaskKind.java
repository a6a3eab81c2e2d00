package io.siyu.task;

import java.util.Arrays;
import java.util.List;

/** What a task asks for; posts become tasks of their own kind. */
public enum TaskKind {
    ADD_FRIEND,
    /** Greets who has just come; service first, nothing is sold. */
    WELCOME,
    MOMENT,
    GROUP,
    PRIVATE,
    /** In private, to those who answered a moment or group post. */
    FOLLOW_UP,
    /** An item of a campaign's preparation list. */
    PREPARE,
    /** A campaign's content revision. */
    REVIEW,
    /** A briefing round of a campaign. */
    ACKNOWLEDGE,
    ANSWER_FEEDBACK;

    private static final List<TaskKind> DONE_BY_HAND =
            Arrays.stream(values()).filter(kind -> !kind.isDoneElsewhere()).toList();

    /** Those whose completion says that they are done. */
    public static List<TaskKind> doneByHand() {
        return DONE_BY_HAND;
    }

    /** Whether it is a list of followers, ticked off one by one. */
    public boolean hasRecipients() {
        return this == PRIVATE || this == FOLLOW_UP;
    }

    /** Whether it reminds of something that is done at its subject, and is done by that itself. */
    public boolean isDoneElsewhere() {
        return subject() == TaskSubject.CAMPAIGN || subject() == TaskSubject.FEEDBACK;
    }

    /** What the subject of such a task is; null for what has none. */
    public TaskSubject subject() {
        return switch (this) {
            case ADD_FRIEND, WELCOME, MOMENT, GROUP, PRIVATE -> null;
            case FOLLOW_UP -> TaskSubject.TASK;
            case PREPARE, REVIEW, ACKNOWLEDGE -> TaskSubject.CAMPAIGN;
            case ANSWER_FEEDBACK -> TaskSubject.FEEDBACK;
        };
    }

    /** Whether it is about one follower, whom its origin names. */
    public boolean isAboutFollower() {
        return this == ADD_FRIEND || this == WELCOME;
    }

    /** Among tasks due at the same time, the lower comes first: a chat waits for a person, a moment for nobody. */
    public int priority() {
        return switch (this) {
            case WELCOME -> 0;
            case PRIVATE, FOLLOW_UP -> 1;
            case GROUP -> 2;
            case MOMENT -> 3;
            case ADD_FRIEND -> 4;
            case PREPARE, REVIEW, ACKNOWLEDGE, ANSWER_FEEDBACK -> 5;
        };
    }
}
