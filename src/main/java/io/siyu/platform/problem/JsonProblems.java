package io.siyu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.siyu.platform.json.HourMinute;
import io.siyu.platform.json.Span;
import io.siyu.platform.json.UncleanTextException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with the JSON of a request, in words of the contract and not of the parser. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        for (Throwable cause = e; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof UncleanTextException unclean) {
                return malformed(new Violation(
                        unclean.field(), "UncleanText", "The text holds a NUL or half of a surrogate pair."));
            }
            if (cause instanceof StreamConstraintsException) {
                return notWellFormed(
                        "The body is nested too deeply, has a name or number that is too long, or too many values.");
            }
            if (cause instanceof StreamReadException unreadable) {
                return unreadable(e, unreadable);
            }
        }
        if (!(e instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty() && !(e instanceof MismatchedInputException)) {
            return notWellFormed("The body is not well-formed JSON.");
        }
        return malformed(
                mapping instanceof UnrecognizedPropertyException
                        ? new Violation(pathOf(mapping), "UnknownField", "There is no such field.")
                        : new Violation(pathOf(mapping), "WrongValue", allowedFor(mapping)));
    }

    private static Problem unreadable(JsonProcessingException outer, StreamReadException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return notWellFormed("The body names a field twice.");
        }
        boolean isNumberTooLarge = e instanceof InputCoercionException;
        if (isNumberTooLarge && outer instanceof JsonMappingException mapping) {
            return malformed(new Violation(pathOf(mapping), "WrongValue", "The number is too large."));
        }
        return notWellFormed("The body is not well-formed JSON.");
    }

    private static Problem malformed(Violation violation) {
        String detail =
                violation.field().isEmpty() ? violation.message() : violation.field() + ": " + violation.message();
        return Problem.of(ErrorCode.MALFORMED_REQUEST, detail, List.of(violation));
    }

    private static Problem notWellFormed(String detail) {
        return Problem.of(ErrorCode.MALFORMED_REQUEST, detail, List.of());
    }

    private static String allowedFor(JsonMappingException e) {
        Class<?> wanted = wantedBy(e);
        if (wanted == null) {
            return "This value does not fit here.";
        }
        if (wanted.isEnum()) {
            return "One of "
                    + Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (wanted == LocalDate.class) {
            return Span.DAY;
        }
        if (wanted == OffsetDateTime.class || wanted == Instant.class) {
            return "An instant of ISO-8601 with its offset, such as 2026-11-09T09:00:00+08:00, in the years "
                    + Span.FIRST_DAY.getYear() + " to " + Span.LAST_DAY.getYear() + ".";
        }
        if (wanted == LocalTime.class) {
            return "A time of day as " + HourMinute.FORMAT + ".";
        }
        return kindOf(wanted);
    }

    private static String kindOf(Class<?> wanted) {
        if (wanted == String.class) {
            return "A text.";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "Either true or false.";
        }
        if (wanted == BigDecimal.class) {
            return "A number.";
        }
        if (wanted == Integer.class || wanted == int.class || wanted == Long.class || wanted == long.class) {
            return "A whole number.";
        }
        return "This value does not fit here.";
    }

    /** Null where the parser does not say. */
    private static Class<?> wantedBy(JsonMappingException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        return e instanceof ValueInstantiationException failed && failed.getType() != null
                ? failed.getType().getRawClass()
                : null;
    }

    private static String pathOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
