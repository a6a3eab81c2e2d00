package io.siyu.platform.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hypersistence.tsid.TSID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An id as clients see it: a decimal string, because a 64-bit number does not survive JavaScript. Time-sorted with
 * random low bits (TSID), made in the application.
 */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,19}$", examples = "720438205126345231")
public record Id(long value) implements Comparable<Id> {
    /** Those of ASCII: Java reads the digits of every script as numbers. */
    private static final String DIGITS = "[0-9]{1,19}";

    public static Id of(long value) {
        return new Id(value);
    }

    /** The id that a nullable column holds, or null. */
    public static Id ofNullable(Long value) {
        return value == null ? null : new Id(value);
    }

    /** A new id. */
    public static Id next() {
        return new Id(nextValue());
    }

    /** A new id as the number that entities hold. */
    public static long nextValue() {
        return TSID.Factory.getTsid().toLong();
    }

    /** @throws IllegalArgumentException if the text is no positive 64-bit decimal number */
    @JsonCreator
    public static Id fromString(String text) {
        try {
            long value = text.matches(DIGITS) ? Long.parseLong(text) : 0;
            if (value > 0) {
                return new Id(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an id", e);
        }
        throw new IllegalArgumentException("not an id");
    }

    @Override
    public int compareTo(Id other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
