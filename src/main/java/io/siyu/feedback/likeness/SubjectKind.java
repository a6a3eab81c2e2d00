package io.siyu.feedback.likeness;

import io.siyu.feedback.FeedbackSubject;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What two feedbacks can both be about. */
public enum SubjectKind {
    ORDER("order_id", FeedbackSubject::orderId),
    PRODUCT("product", FeedbackSubject::product),
    FOLLOWER("follower_id", FeedbackSubject::followerId),
    TASK("task_id", FeedbackSubject::taskId),
    SCRIPT("script_id", FeedbackSubject::scriptId);

    private final String column;
    private final Function<FeedbackSubject, Object> value;

    SubjectKind(String column, Function<FeedbackSubject, Object> value) {
        this.column = column;
        this.value = value;
    }

    String column() {
        return column;
    }

    /** Null where it is about none. */
    Object of(FeedbackSubject subject) {
        return value.apply(subject);
    }

    static Set<SubjectKind> shared(FeedbackSubject one, FeedbackSubject other) {
        Set<SubjectKind> shared = EnumSet.noneOf(SubjectKind.class);
        for (SubjectKind kind : values()) {
            if (kind.of(one) != null && Objects.equals(kind.of(one), kind.of(other))) {
                shared.add(kind);
            }
        }
        return shared;
    }
}
