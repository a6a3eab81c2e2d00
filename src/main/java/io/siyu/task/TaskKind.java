package io.siyu.task;

/** What a task asks for; posts become tasks of their own kind. */
public enum TaskKind {
    ADD_FRIEND,
    /** Greets who has just come; service first, nothing is sold. */
    WELCOME,
    MOMENT,
    GROUP,
    PRIVATE;

    /** Whether it is a list of followers, ticked off one by one. */
    public boolean hasRecipients() {
        return this == PRIVATE;
    }

    /** Whether it is about one follower, whom its origin names. */
    public boolean isAboutFollower() {
        return this == ADD_FRIEND || this == WELCOME;
    }

    /** Among tasks due at the same time, the lower comes first: a chat waits for a person, a moment for nobody. */
    public int priority() {
        return switch (this) {
            case WELCOME -> 0;
            case PRIVATE -> 1;
            case GROUP -> 2;
            case MOMENT -> 3;
            case ADD_FRIEND -> 4;
        };
    }
}
