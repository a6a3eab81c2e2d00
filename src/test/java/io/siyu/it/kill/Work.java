package io.siyu.it.kill;

import java.util.List;

/** Something that must be done once and wholly, whatever happens meanwhile. */
interface Work {
    String name();

    /** What it needs that may be there long before. */
    void prepare();

    /**
     * Begins, and soon is in the middle.
     *
     * @param place of the replica that is to do it, if one can choose
     */
    void begin(int place);

    /** Whether some of it is done for good, and some is not. */
    boolean isInTheMiddle();

    /** Whether the replica with this process id is the one that works. True where all of them do. */
    boolean isAt(long pid);

    /** The fault has come: what is seen from now on is compared with this moment. */
    void struck();

    /** Whether it was seen to go on after that moment, or to be over. */
    boolean goesOn(long sinceNanos);

    boolean isOver();

    /** What is lost, doubled or wrong, in words; empty if all is well. */
    List<String> flaws();
}
