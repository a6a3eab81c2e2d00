package io.siyu.webhook.payload;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.order.IntakeTerms;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Amounts;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of a JSON object, read as what they should be. What is wrong is told by the field's name alone. */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern ID = Pattern.compile("[\\w-]{1,40}");
    private static final Pattern OFFSET_AT_END = Pattern.compile(".*(?:Z|[+-]\\d{2}:\\d{2})");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_ZEROS = 30;
    private static final int MOST_LINES = 500;

    private final JsonNode node;
    private final IntakeTerms terms;

    private Fields(JsonNode node, IntakeTerms terms) {
        this.node = node;
        this.terms = terms;
    }

    static Fields of(HookMessage message) {
        try {
            JsonNode root = JSON.readTree(message.body());
            if (root != null && root.isObject()) {
                return new Fields(root, message.shop());
            }
        } catch (IOException e) {
            // The parser's words quote the body.
            throw new UnreadableHookException(ReasonCode.NO_JSON);
        }
        throw new UnreadableHookException(ReasonCode.NO_JSON_OBJECT);
    }

    IntakeTerms terms() {
        return terms;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** Empty where it is not there, null, or no plain value. */
    String text(String name) {
        JsonNode value = node.path(name);
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) > MOST_ZEROS ? "" : number.toPlainString();
        }
        return value.isNull() ? "" : value.asText("").strip();
    }

    String requiredText(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new UnreadableHookException(ReasonCode.FIELD_MISSING, name);
        }
        return text;
    }

    /** A platform's own id of something. */
    String id(String name) {
        String text = requiredText(name);
        if (!ID.matcher(text).matches()) {
            throw new UnreadableHookException(ReasonCode.FIELD_NO_ID, name);
        }
        return text;
    }

    /** Also negative. */
    BigDecimal amount(String name) {
        requiredText(name);
        return amountOr(name, null);
    }

    BigDecimal amountOr(String name, BigDecimal absent) {
        return has(name) ? terms.rounded(exactAmount(name)) : absent;
    }

    /** With all its decimals, where several are added up. */
    BigDecimal exactAmount(String name) {
        return Amounts.parse(requiredText(name))
                .filter(amount -> !Amounts.isTooLarge(amount.abs()))
                .orElseThrow(() -> new UnreadableHookException(ReasonCode.FIELD_NO_AMOUNT, name));
    }

    /** The price of an article; null where there is none or it makes no sense. */
    BigDecimal priceOrNull(String name) {
        return Amounts.parse(text(name))
                .map(terms::rounded)
                .filter(price -> !Amounts.isTooLarge(price.abs()))
                .orElse(null);
    }

    /** A count of articles; null where there is none or it makes no sense. */
    Integer quantityOrNull(String name) {
        String text = text(name);
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** @param zone that of times without an offset */
    Instant time(String name, ZoneId zone) {
        requiredText(name);
        return timeOrNull(name, zone);
    }

    Instant timeOrNull(String name, ZoneId zone) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = OFFSET_AT_END.matcher(text).matches()
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime();
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            throw noTime(name);
        }
        throw noTime(name);
    }

    /** Empty fields where there is no such object. */
    Fields child(String name) {
        return new Fields(node.path(name), terms);
    }

    /** The objects of a list; none where there is no such list. */
    List<Fields> list(String name) {
        JsonNode list = node.path(name);
        if (list.size() > MOST_LINES) {
            throw new UnreadableHookException(ReasonCode.FIELD_TOO_LONG, MOST_LINES, name);
        }
        List<Fields> all = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(item -> all.add(new Fields(item, terms)));
        }
        return all;
    }

    private static UnreadableHookException noTime(String name) {
        return new UnreadableHookException(ReasonCode.FIELD_NO_TIME, name);
    }
}
