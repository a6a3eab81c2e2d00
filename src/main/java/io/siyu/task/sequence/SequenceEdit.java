package io.siyu.task.sequence;

/** What an edit of a sequence came to. */
enum SequenceEdit {
    NOTHING,
    /** The same goes out to the same at the same times. */
    WORDS,
    /** What is still to come is as it is now. */
    BEGIN_ANEW,
    WITHDRAW
}
