package io.siyu.content.material.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of something of a material, named by ids only: no name that a client chose reaches a folder or a bucket. */
public record StoredFile(long shopId, long materialId, Part part) {
    private static final Pattern NAME = Pattern.compile("([0-9]{1,19})/([0-9]{1,19})(\\.thumbnail)?");

    public enum Part {
        CONTENT(""),
        /** What was made small of it. */
        THUMBNAIL(".thumbnail");

        private final String ending;

        Part(String ending) {
            this.ending = ending;
        }
    }

    public static StoredFile content(long shopId, long materialId) {
        return new StoredFile(shopId, materialId, Part.CONTENT);
    }

    public static StoredFile thumbnail(long shopId, long materialId) {
        return new StoredFile(shopId, materialId, Part.THUMBNAIL);
    }

    /** {@code shop/material}, with an ending for what was made of it. */
    public String name() {
        return shopId + "/" + materialId + part.ending;
    }

    /** @return empty for what has no such name */
    static Optional<StoredFile> named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Part part = matcher.group(3) == null ? Part.CONTENT : Part.THUMBNAIL;
            return Optional.of(
                    new StoredFile(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), part));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
