package io.siyu.platform.start;

import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * A start that could lead to nothing good. Thrown while the service starts, it ends it with its one line, an exit code
 * and no stack; the line names the setting and never its value.
 */
public final class RefusedStart extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private static final int EXIT_CODE = 1;

    public RefusedStart(String why) {
        // The framework's own exception ends a start so where it is the cause; by itself it would end nothing.
        super(why, new PreventFurtherStepsException(why, EXIT_CODE));
    }

    /** Before the framework runs, nobody catches it: nothing has begun that an orderly end is for. */
    public void end() {
        System.err.println(getMessage());
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
