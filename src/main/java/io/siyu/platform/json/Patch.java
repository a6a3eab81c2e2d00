package io.siyu.platform.json;

import java.util.Optional;

/**
 * What a PATCH says of a value that can be without: nothing, so that it stays (null here, as {@link StrictJson} reads what is
 * left out), that there is none (empty, JSON's null), or what it is.
 */
public final class Patch {
    private Patch() {}

    /** @return null for none */
    public static <T> T over(T before, Optional<? extends T> said) {
        return said == null ? before : said.orElse(null);
    }
}
