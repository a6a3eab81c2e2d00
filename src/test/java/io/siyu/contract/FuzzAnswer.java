package io.siyu.contract;

import java.time.Duration;

/**
 * @param status 0 if there was none
 * @param contentType null without one
 * @param body of an event stream: nothing, it goes on for ever
 */
record FuzzAnswer(int status, String contentType, String body, Duration took) {
    private static final int SHOWN = 240;

    static FuzzAnswer none(String why, Duration took) {
        return new FuzzAnswer(0, null, why, took);
    }

    boolean isProblem() {
        return contentType != null && contentType.startsWith("application/problem+json");
    }

    boolean isEventStream() {
        return contentType != null && contentType.startsWith("text/event-stream");
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        String text = body.replaceAll("\\s+", " ");
        return status + " " + contentType + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }
}
