package io.siyu.platform.security;

/** The framework's cookies that keep a browser logged in. */
public final class SessionCookies {
    private static final String NAME = "q_session";

    private SessionCookies() {}

    /** Long sessions are split over cookies with a number at the end of their name. */
    public static boolean isOne(String name) {
        return name.startsWith(NAME);
    }
}
