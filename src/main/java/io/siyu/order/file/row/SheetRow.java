package io.siyu.order.file.row;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.Contacts;
import io.siyu.order.CurrencyWords;
import io.siyu.order.IntakeTerms;
import io.siyu.order.OrderStatus;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.cell.Amounts;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;
import io.siyu.order.file.cell.Masked;
import io.siyu.order.file.cell.StatusVocabulary;
import io.siyu.order.file.cell.StatusWords;
import io.siyu.order.file.cell.Times;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One row of a file, read by column. What cannot be read rejects the row.
 *
 * @param number in the file, as a spreadsheet numbers it
 * @param cells those of the header's columns; null where it has none
 * @param terms the shop's
 */
public record SheetRow(long number, Header header, List<String> cells, IntakeTerms terms) {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    /** What a spreadsheet shows in the place of a value, and what is left of one in a wrong encoding. */
    private static final Pattern SPOILED = Pattern.compile("#+|#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL)[!?]?|\\?{2,}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final String HALF_A_CHARACTER = "\uFFFD";
    private static final int LONGEST_PLATFORM_ID = 128;
    private static final int MOST_QUANTITY_DIGITS = 9;
    private static final int SECONDS_A_MINUTE = 60;

    /** The cell's value, empty if the column is not there. */
    public String text(Column column) {
        String text = value(column);
        // Platforms cut long texts to a number of bytes.
        return text.endsWith(HALF_A_CHARACTER) ? Cells.strip(text.substring(0, text.length() - 1)) : text;
    }

    /** The same, but with the sign behind it that half a character was cut off: of a number or a key nothing may lack. */
    private String value(Column column) {
        int position = header.position(column);
        String cell = position < 0 || position >= cells.size() ? null : cells.get(position);
        return cell == null ? "" : Cells.clean(cell);
    }

    /** What tells the cell from others, a moment to its minute however it is written; 0 for an empty one. */
    long fingerprint(Column column) {
        String text = value(column);
        if (text.isEmpty()) {
            return 0;
        }
        return Times.parse(text, terms.zone())
                .map(time -> time.getEpochSecond() / SECONDS_A_MINUTE)
                .orElseGet(() -> OrderHash.of(text));
    }

    public boolean has(Column column) {
        return !text(column).isEmpty();
    }

    public String orderNo(Column column, Predicate<String> shape) {
        String cell = value(column);
        String text = Cells.whole(cell);
        if (text.isEmpty()) {
            throw rejected(column, null, ReasonCode.NO_ORDER_NUMBER);
        }
        boolean isRounded = isScientific(text) || isTooLongAFraction(cell, text) || RoundedNumbers.isLongInGroups(text);
        if (isRounded || !shape.test(text)) {
            throw rejected(
                    column,
                    Masked.ofNumber(cell),
                    isRounded ? ReasonCode.ROUNDED_ORDER_NUMBER : ReasonCode.WRONG_ORDER_NUMBER);
        }
        return text;
    }

    /** Fractions keep fifteen digits for sure: what is longer has lost some. */
    private static boolean isTooLongAFraction(String cell, String whole) {
        return whole.length() < cell.length() && RoundedNumbers.isLong(whole);
    }

    /** The platform's name for the buyer, or null if there is none or it is masked. */
    public String platformIdOrNull(Column column) {
        String cell = value(column);
        String text = Cells.whole(cell);
        if (text.isEmpty() || text.indexOf('*') >= 0 || text.indexOf('＊') >= 0) {
            return null;
        }
        if (isNobody(text)) {
            return null;
        }
        if (isSpoiled(text)) {
            throw rejected(column, null, ReasonCode.SPOILED_BUYER);
        }
        if (text.length() > LONGEST_PLATFORM_ID || CONTROL.matcher(text).find()) {
            throw rejected(column, null, ReasonCode.WRONG_BUYER);
        }
        // Without its sign an exponent may be a part of a name.
        boolean isScientific = (text.contains("E+") || text.contains("e+")) && isScientific(text);
        if (isScientific || isTooLongAFraction(cell, text)) {
            throw rejected(column, null, ReasonCode.ROUNDED_BUYER);
        }
        return text;
    }

    /** The first phone number in the columns that is none of a stand-in, normalised; or null. */
    public String phoneOrNull(Column... columns) {
        for (Column column : columns) {
            String text = value(column);
            String phone = text.isEmpty() ? null : Contacts.phone(text);
            if (phone != null) {
                return phone;
            }
        }
        return null;
    }

    /**
     * The buyer whom the row tells of.
     *
     * @param phones where it could tell a number
     * @throws RejectedRowException if it would tell of somebody but for a number that a spreadsheet has spoiled
     */
    public BuyerDetails known(BuyerDetails buyer, Column... phones) {
        if (!buyer.isKnown()) {
            for (Column column : phones) {
                String text = value(column);
                if (!text.isEmpty() && (isScientific(text) || isSpoiled(text))) {
                    throw rejected(column, null, ReasonCode.LOST_PHONE);
                }
            }
        }
        return buyer;
    }

    /**
     * The state that the cell's word means.
     *
     * @param others columns of amounts and times, which in a shifted row hold something else
     * @throws RejectedRowException that shows the word, unless it may be a name or an address
     */
    public OrderStatus status(Column column, StatusWords words, Column... others) {
        String text = value(column);
        return terms.ownStatuses()
                .find(text)
                .or(() -> words.find(text))
                .orElseThrow(() -> rejected(
                        column,
                        isState(text, others) ? text : Masked.of(text),
                        text.isEmpty() ? ReasonCode.NO_STATUS : ReasonCode.WRONG_STATUS));
    }

    private boolean isState(String text, Column... others) {
        return StatusVocabulary.isState(text)
                || others.length > 0
                        && StatusVocabulary.looksLikeNobody(text)
                        && Stream.of(others).map(this::value).allMatch(this::isAmountOrTime);
    }

    private boolean isAmountOrTime(String text) {
        return text.isEmpty()
                || Amounts.parse(text).isPresent()
                || Times.parse(text, terms.zone()).isPresent();
    }

    /** @throws RejectedRowException blaming the order as a whole, if its amounts are not in the shop's currency */
    public void requireCurrency(Column column) {
        String word = value(column);
        if (!word.isEmpty() && !terms.isIn(word)) {
            String shown = CurrencyWords.areKnown(word) ? word : Masked.of(word);
            throw new RejectedRowException(nameOf(column), shown, ReasonCode.OTHER_CURRENCY.with());
        }
    }

    public BigDecimal amount(Column column) {
        if (!has(column)) {
            throw rejected(column, null, ReasonCode.NO_AMOUNT);
        }
        return amountOrZero(column);
    }

    /**
     * What was paid for an order of this status. Where it cannot count anyway, nothing need stand there: refused, it would go
     * on counting as what it was before.
     */
    public BigDecimal paid(Column column, OrderStatus status) {
        return status.mayCount() ? amount(column) : amountOrZero(column);
    }

    public BigDecimal amountOrZero(Column column) {
        return amountOr(column, Amounts.NOTHING);
    }

    public BigDecimal amountOr(Column column, BigDecimal absent) {
        BigDecimal amount = signedAmountOr(column, absent);
        if (amount != null && amount.signum() < 0) {
            throw rejected(column, Masked.of(value(column)), ReasonCode.NEGATIVE_AMOUNT);
        }
        return amount;
    }

    /** What only helps to compute another amount: below nothing, it is a rounding or an adjustment, and says nothing. */
    public BigDecimal helpingAmount(Column column) {
        return signedAmountOr(column, Amounts.NOTHING).max(Amounts.NOTHING);
    }

    /** Also less than nothing, as what is owed is where the shop owes it. */
    public BigDecimal signedAmountOr(Column column, BigDecimal absent) {
        String text = value(column);
        if (text.isEmpty()) {
            return absent;
        }
        BigDecimal amount = Amounts.parse(text)
                .map(terms::rounded)
                .orElseThrow(() -> rejected(column, Masked.of(text), ReasonCode.WRONG_AMOUNT));
        if (Amounts.isTooLarge(amount.abs())) {
            throw rejected(column, Masked.of(text), ReasonCode.AMOUNT_TOO_LARGE);
        }
        return amount;
    }

    public Instant time(Column column) {
        Instant time = timeOrNull(column);
        if (time == null) {
            throw rejected(column, null, ReasonCode.NO_DATE);
        }
        return time;
    }

    public Instant timeOrNull(Column column) {
        String text = value(column);
        return text.isEmpty()
                ? null
                : Times.parse(text, terms.zone(), header.countsFrom1904())
                        .orElseThrow(() -> rejected(column, Masked.of(text), ReasonCode.WRONG_DATE));
    }

    /** A count of articles; null where there is none or it makes no sense. */
    public Integer quantityOrNull(Column column) {
        return quantityOrNull(text(column));
    }

    public static Integer quantityOrNull(String cell) {
        String text = Cells.whole(cell);
        return Cells.isDigits(text, 1, MOST_QUANTITY_DIGITS) ? Integer.valueOf(text) : null;
    }

    /** The price of an article; null where there is none or it makes no sense, for an order's money is elsewhere. */
    public BigDecimal priceOrNull(Column column) {
        return priceOrNull(text(column));
    }

    public BigDecimal priceOrNull(String text) {
        return Amounts.parse(text)
                .map(terms::rounded)
                .filter(price -> !Amounts.isTooLarge(price.abs()))
                .orElse(null);
    }

    /** @param value the cell; it is made safe to show by {@link Reject} */
    public RejectedRowException rejected(Column column, String value, ReasonCode reason) {
        return new RejectedRowException(number, nameOf(column), value, reason.with());
    }

    private String nameOf(Column column) {
        int position = header.position(column);
        return position < 0 ? column.name() : Cells.clean(header.name(position));
    }

    /** What programs and shops write for a buyer whom they do not know: all orders that say so are not one's. */
    private static boolean isNobody(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "0", "n/a", "none", "nil", "nan", "undefined", "unknown", "anonymous", "guest", "true", "false" ->
                true;
            case "匿名", "匿名用户", "匿名买家" -> true;
            default -> false;
        };
    }

    private static boolean isSpoiled(String text) {
        boolean mayBe = text.charAt(0) == '#' || text.charAt(0) == '?';
        return text.contains(HALF_A_CHARACTER) || mayBe && SPOILED.matcher(text).matches();
    }

    /** Whether a spreadsheet has rounded it: {@code 2.0E+18}. */
    public static boolean isScientific(String text) {
        return (text.indexOf('E') > 0 || text.indexOf('e') > 0)
                && SCIENTIFIC.matcher(text).matches();
    }
}
