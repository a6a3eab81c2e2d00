package io.siyu.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where people and programs reach the service, whatever stands before it: {@code https://siyu.example.com}. */
record PublicUrl(URI origin) {
    static final String SETTING = "siyu.public-url";

    /** @throws IllegalArgumentException for anything but scheme, host and port */
    static PublicUrl of(String text) {
        try {
            URI uri = new URI(text.strip().replaceFirst("/$", ""));
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean isBare = uri.getRawUserInfo() == null
                    && "".equals(uri.getRawPath())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (isWeb && isBare && uri.getHost() != null) {
                return new PublicUrl(new URI(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority()));
            }
        } catch (URISyntaxException e) {
            throw refused(text, e);
        }
        throw refused(text, null);
    }

    boolean isSecure() {
        return origin.getScheme().equals("https");
    }

    @Override
    public String toString() {
        return origin.toString();
    }

    private static IllegalArgumentException refused(String text, Exception cause) {
        return new IllegalArgumentException(
                SETTING + " must be like https://siyu.example.com, without a path: " + text, cause);
    }
}
