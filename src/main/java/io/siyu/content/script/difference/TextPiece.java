package io.siyu.content.script.difference;

/** A piece of a text that was changed or not. */
public record TextPiece(Change change, String text) {
    /** What became of it. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }
}
