package io.siyu.platform.http;

import io.siyu.platform.ids.Id;
import io.siyu.platform.json.Span;
import io.siyu.platform.problem.ErrorCode;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads days, ids, flags and words (enums, in either case) from the query, and whole numbers from the path. A value of the
 * query that is none is a 400 that names the parameter, where JAX-RS alone would answer 404.
 */
@Provider
public class QueryValues implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        if (name == null) {
            return rawType == int.class ? (ParamConverter<T>) new Reader<>(QueryValues::numberInPath) : null;
        }
        if (rawType == LocalDate.class) {
            return (ParamConverter<T>) new Reader<>(text -> dayOf(name, text));
        }
        if (rawType == Id.class) {
            return (ParamConverter<T>) new Reader<>(text -> idOf(name, text));
        }
        if (rawType == Boolean.class || rawType == boolean.class) {
            return (ParamConverter<T>) new Reader<>(text -> flagOf(name, text));
        }
        if (rawType.isEnum()) {
            return new Reader<>(text -> wordOf(name, rawType, text));
        }
        return null;
    }

    private static LocalDate dayOf(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (Span.holds(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw notADay(name);
        }
        throw notADay(name);
    }

    private static Id idOf(String name, String text) {
        try {
            return Id.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.VALIDATION_FAILED.problem(name, "Id", "An id as the answers give it.");
        }
    }

    private static Boolean flagOf(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ErrorCode.VALIDATION_FAILED.problem(name, "Boolean", "Either true or false.");
        };
    }

    /** Java reads the digits of every script, and signs; a path has one spelling for each thing. */
    private static Integer numberInPath(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw ErrorCode.NOT_FOUND.problem("There is nothing of this number.");
        }
        return Integer.valueOf(text);
    }

    private static RuntimeException notADay(String name) {
        return ErrorCode.VALIDATION_FAILED.problem(name, "Day", Span.DAY);
    }

    private static <T> T wordOf(String name, Class<T> type, String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        T[] words = type.getEnumConstants();
        return Arrays.stream(words)
                .filter(word -> ((Enum<?>) word).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        name, "UnknownValue", "One of " + Arrays.toString(words) + "."));
    }

    /** An empty parameter is as good as none. */
    private record Reader<T>(Function<String, T> parse) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null || text.isEmpty() ? null : parse.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
