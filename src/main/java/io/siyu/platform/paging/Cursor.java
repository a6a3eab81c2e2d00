package io.siyu.platform.paging;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.text.CleanText;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where a page ended: the values of the sort columns of its last row, opaque to clients. */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\u001f";
    private static final String WHOLE = "-?[0-9]{1,19}";
    private static final String AMOUNT = "-?[0-9]{1,20}(\\.[0-9]{1,10})?";

    public static Cursor of(Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return new Cursor(List.copyOf(texts));
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param size how many values this list's cursor has
     * @throws io.siyu.platform.problem.ProblemException 400 if the text is no cursor of this list
     */
    public static Optional<Cursor> decode(String after, int size) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == size && CleanText.isClean(text)) {
                return Optional.of(new Cursor(values));
            }
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        throw foreign();
    }

    public long longAt(int index) {
        try {
            if (values.get(index).matches(WHOLE)) {
                return Long.parseLong(values.get(index));
            }
        } catch (NumberFormatException e) {
            throw foreign();
        }
        throw foreign();
    }

    public BigDecimal decimalAt(int index) {
        String text = values.get(index);
        if (!text.matches(AMOUNT)) {
            throw foreign();
        }
        return new BigDecimal(text);
    }

    public Instant instantAt(int index) {
        try {
            Instant instant = Instant.parse(values.get(index));
            if (isKept(instant.atZone(ZoneOffset.UTC).getYear())) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw foreign();
        }
        throw foreign();
    }

    public LocalDate dayAt(int index) {
        try {
            LocalDate day = LocalDate.parse(values.get(index));
            if (isKept(day.getYear())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw foreign();
        }
        throw foreign();
    }

    public String textAt(int index) {
        return values.get(index);
    }

    /** Whether the database's columns hold the year. */
    private static boolean isKept(int year) {
        return year >= 1000 && year <= 9999;
    }

    private static RuntimeException foreign() {
        return ErrorCode.VALIDATION_FAILED.problem("after", "Cursor", "Not a cursor that this list gave.");
    }
}
