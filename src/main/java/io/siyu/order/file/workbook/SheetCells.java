package io.siyu.order.file.workbook;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the cells of a workbook into the texts that a CSV export would have. Numbers have fifteen digits, as in any
 * spreadsheet: a longer one has lost the rest, and is written with an exponent so that it is known for damaged.
 */
final class SheetCells {
    private static final MathContext PRECISION = new MathContext(15);
    private static final int MOST_SCALE = 40;
    /** As a spreadsheet shows what it cannot calculate. */
    private static final String NOT_CALCULATED = "#VALUE!";

    /** What a format shows as it stands, and what stands in brackets: colours, currencies, languages. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*]");

    private static final Pattern DATE_PART = Pattern.compile("[ymdhs年月日时分秒]");

    private static final Set<Integer> DATE_FORMATS = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private final boolean is1904;
    private final Map<String, Boolean> dateFormats = new HashMap<>();

    SheetCells(boolean is1904) {
        this.is1904 = is1904;
    }

    String text(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return Objects.requireNonNullElse(cell.getRawValue(), "");
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(number) : plain(number);
        }
        if (value == null) {
            return cell.getFormula() == null ? "" : NOT_CALCULATED;
        }
        return value.toString();
    }

    private String date(BigDecimal serial) {
        LocalDateTime time = SerialDates.toTime(serial, is1904);
        return time == null ? plain(serial) : SerialDates.format(time);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(PRECISION).stripTrailingZeros();
        boolean isLong = rounded.precision() - rounded.scale() > PRECISION.getPrecision();
        if (isLong) {
            return scientific(rounded);
        }
        return rounded.scale() > MOST_SCALE ? rounded.toString() : rounded.toPlainString();
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + mantissa + "E+" + exponent;
    }

    private boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null) {
            return dateFormats.computeIfAbsent(format, SheetCells::isDateFormat);
        }
        return cell.getDataFormatId() != null && DATE_FORMATS.contains(cell.getDataFormatId());
    }

    private static boolean isDateFormat(String format) {
        String positive = format.split(";", 2)[0];
        String bare = LITERAL.matcher(positive).replaceAll("").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && DATE_PART.matcher(bare).find();
    }
}
