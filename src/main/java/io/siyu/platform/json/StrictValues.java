package io.siyu.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Days, instants, times and amounts in requests: in one spelling each, and no further than can be kept. */
final class StrictValues {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile(DAY.pattern() + "T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern TIME = Pattern.compile(HourMinute.REGEX);
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    /** Beyond it lies no amount, but texts that would take the memory of millions of digits. */
    private static final int MOST_DIGITS = 40;

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict values")
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictValues::day))
                .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, StrictValues::time))
                .addDeserializer(OffsetDateTime.class, new Text<>(OffsetDateTime.class, StrictValues::instant))
                .addDeserializer(Instant.class, new Text<>(Instant.class, text -> {
                    OffsetDateTime read = instant(text);
                    return read == null ? null : read.toInstant();
                }))
                .addDeserializer(BigDecimal.class, new Amount())
                .addDeserializer(Number.class, new AnyNumber());
    }

    private static LocalDate day(String text) {
        LocalDate day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        return day != null && Span.holds(day) ? day : null;
    }

    private static LocalTime time(String text) {
        return TIME.matcher(text).matches() ? LocalTime.parse(text) : null;
    }

    private static OffsetDateTime instant(String text) {
        OffsetDateTime read = INSTANT.matcher(text).matches() ? OffsetDateTime.parse(text) : null;
        return read != null && Span.holds(read.toInstant()) ? read.withOffsetSameInstant(ZoneOffset.UTC) : null;
    }

    private interface Reading<T> {
        /** Null for what is none. */
        T read(String text);
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Reading<T> reading;

        Text(Class<T> type, Reading<T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, json);
            }
            try {
                T value = reading.read(json.getText());
                if (value != null) {
                    return value;
                }
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(_valueClass, json.getText(), "does not exist");
            }
            return (T) context.handleWeirdStringValue(_valueClass, json.getText(), "not in the spelling asked for");
        }
    }

    /** A JSON number, or a text with a decimal number as the answers have it. */
    private static final class Amount extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        Amount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                return AMOUNT.matcher(json.getText()).matches()
                        ? new BigDecimal(json.getText())
                        : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, json.getText(), "no number");
            }
            if (!json.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            }
            BigDecimal number = json.getDecimalValue();
            boolean isPlain = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
            return isPlain
                    ? number
                    : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, 0, "too many digits");
        }
    }

    /** A number among values of any kind: none that is infinite, or that would be another when it is read again. */
    private static final class AnyNumber extends StdScalarDeserializer<Number> {
        private static final long serialVersionUID = 1;

        AnyNumber() {
            super(Number.class);
        }

        @Override
        public Number deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                JsonParser.NumberType type = json.getNumberType();
                return type == JsonParser.NumberType.BIG_INTEGER
                        ? (Number) context.handleWeirdNumberValue(Number.class, 0, "too many digits")
                        : json.getNumberValue();
            }
            if (!json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                return (Number) context.handleUnexpectedToken(Number.class, json);
            }
            double number = json.getDoubleValue();
            return Double.isFinite(number)
                    ? (Number) number
                    : (Number) context.handleWeirdNumberValue(Number.class, 0, "too large");
        }
    }
}
