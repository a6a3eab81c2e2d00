package io.siyu.platform.json;

/** How a time of day is written in JSON: {@code 09:00}, local to the shop. */
public final class HourMinute {
    public static final String FORMAT = "HH:mm";
    public static final String REGEX = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private HourMinute() {}
}
