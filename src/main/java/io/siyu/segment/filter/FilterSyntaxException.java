package io.siyu.segment.filter;

/** A text that is no filter. */
public class FilterSyntaxException extends RuntimeException {
    private final int position;

    /**
     * @param position of the character from which on it is none, the first being 1
     * @param message what was expected there
     */
    FilterSyntaxException(int position, String message) {
        super("At character " + position + ": " + message);
        this.position = position;
    }

    int position() {
        return position;
    }
}
