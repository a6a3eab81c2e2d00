package io.siyu.order.file;

import io.siyu.order.OrderStatus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a file, read by column. What cannot be read rejects the row.
 *
 * @param number in the file, the header being row 1
 * @param zone that of times without an offset
 */
public record Row(long number, Header header, List<String> cells, ZoneId zone) {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Pattern NOT_ASCII = Pattern.compile("\\P{ASCII}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final int LONGEST_PLATFORM_ID = 128;
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    /** The cell's value, empty if the column is not there. */
    String text(Column column) {
        int position = header.position(column);
        return position < 0 || position >= cells.size() ? "" : Cells.clean(cells.get(position));
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    String orderNo(Column column, Pattern shape) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new RejectedRowException(column.name(), null, "There is no order number.");
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            throw new RejectedRowException(
                    column.name(), text, "A spreadsheet has rounded this order number; export the file again.");
        }
        if (!shape.matcher(text).matches()) {
            throw new RejectedRowException(column.name(), text, "Not an order number of this format.");
        }
        return text;
    }

    /** The platform's name for the buyer, or null if there is none or it is masked. */
    String platformIdOrNull(Column column) {
        String text = text(column);
        if (text.isEmpty() || text.indexOf('*') >= 0) {
            return null;
        }
        if (text.length() > LONGEST_PLATFORM_ID || CONTROL.matcher(text).find()) {
            throw new RejectedRowException(
                    column.name(), null, "No name of a buyer: too long, or with control characters.");
        }
        return text;
    }

    OrderStatus status(Column column, Map<String, OrderStatus> words) {
        String text = text(column);
        OrderStatus status = words.get(StatusWords.key(text));
        if (status == null) {
            throw new RejectedRowException(
                    column.name(), text, text.isEmpty() ? "There is no status." : "Not a status of this format.");
        }
        return status;
    }

    BigDecimal amount(Column column) {
        if (!has(column)) {
            throw new RejectedRowException(column.name(), null, "There is no amount.");
        }
        return amountOrZero(column);
    }

    BigDecimal amountOrZero(Column column) {
        return amountOr(column, ZERO);
    }

    BigDecimal amountOr(Column column, BigDecimal absent) {
        String text = text(column);
        if (text.isEmpty()) {
            return absent;
        }
        BigDecimal amount = Amounts.parse(text)
                .orElseThrow(() -> new RejectedRowException(
                        column.name(), masked(text), "Not an amount of money with at most two decimals."));
        if (amount.signum() < 0) {
            throw new RejectedRowException(column.name(), text, "An amount cannot be negative.");
        }
        if (Amounts.isTooLarge(amount)) {
            throw new RejectedRowException(column.name(), text, "The amount is too large.");
        }
        return amount;
    }

    Instant time(Column column) {
        Instant time = timeOrNull(column);
        if (time == null) {
            throw new RejectedRowException(column.name(), null, "There is no date.");
        }
        return time;
    }

    Instant timeOrNull(Column column) {
        String text = text(column);
        return text.isEmpty()
                ? null
                : Times.parse(text, zone)
                        .orElseThrow(() -> new RejectedRowException(
                                column.name(), masked(text), "Not a date, or one that no calendar has."));
    }

    /** A count of articles; null where there is none or it makes no sense. */
    Integer quantityOrNull(Column column) {
        String text = text(column);
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** The price of an article; null where there is none or it makes no sense, for an order's money is elsewhere. */
    BigDecimal priceOrNull(Column column) {
        return Amounts.parse(text(column))
                .filter(price -> !Amounts.isTooLarge(price.abs()))
                .orElse(null);
    }

    /** Where a number or date should be, other letters may be a name that slipped into the wrong column. */
    private static String masked(String text) {
        return NOT_ASCII.matcher(text).replaceAll("*");
    }
}
