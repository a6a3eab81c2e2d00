package io.siyu.task.sequence;

/** From which day of a follower the steps of a sequence are counted. */
public enum SequenceBasis {
    /** The day on which the follower joined: 0 is that very day. */
    JOINED,
    /** The day on which the buyer is due to buy again: -3 is three days before. */
    DUE
}
