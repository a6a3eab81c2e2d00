package io.siyu.task.sequence;

import io.siyu.task.TaskOrigin;

import java.time.LocalDate;
import java.util.Optional;

/** Which list a task is, in the words that its origin keeps of it: the occurrence {@code seq/sequence/step/day}. */
public final class SequenceList {
    /** Why a list is closed that its sequence does not send any more. */
    public static final String WITHDRAWN = "跟进计划已暂停或结束";

    private static final String PREFIX = "seq/";

    private SequenceList() {}

    static String occurrence(long sequenceId, int stepDay, LocalDate day) {
        return PREFIX + Long.toString(sequenceId, Character.MAX_RADIX) + "/" + stepDay + "/"
                + Long.toString(day.toEpochDay(), Character.MAX_RADIX);
    }

    /** @return empty for a task that is no list of a sequence */
    public static Optional<Long> sequenceOf(TaskOrigin origin) {
        String occurrence = origin.occurrence();
        return occurrence.startsWith(PREFIX)
                ? Optional.of(Long.parseLong(occurrence.split("/")[1], Character.MAX_RADIX))
                : Optional.empty();
    }
}
