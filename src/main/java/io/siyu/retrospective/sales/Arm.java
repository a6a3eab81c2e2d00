package io.siyu.retrospective.sales;

/** On which side of the comparison somebody stands, as the audience was fixed. */
public enum Arm {
    INCLUDED,
    HELD_OUT,
    /** Held out, and yet written to in the window, or also INCLUDED as who was merged with him: compared with nobody. */
    CONTAMINATED;

    /** @param isWrittenTo whether any private message went to him in the window, whatever it was a part of */
    Arm seenAs(boolean isWrittenTo) {
        return this == HELD_OUT && isWrittenTo ? CONTAMINATED : this;
    }

    /** Two who proved to be one. */
    Arm and(Arm other) {
        return this == other ? this : CONTAMINATED;
    }
}
