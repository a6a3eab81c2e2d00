package io.siyu.order.file.cell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads money as exports write it: {@code 139.12}, {@code 104.34元}, {@code ￥1,234.50}, {@code 499.00（系统计算中）}. */
public final class Amounts {
    public static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** Beyond any order's, in any currency; a million of them are a sum that the database still holds. */
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    private static final int MOST_INTEGER_DIGITS = 15;
    /** As many as programs leave of a division. */
    private static final int MOST_DECIMALS = 20;

    private static final int CENTS = 2;
    private static final int GROUP = 3;

    private Amounts() {}

    /** @return the amount with all its decimals, of which it has two at least; empty for text that is no amount */
    public static Optional<BigDecimal> parse(String text) {
        String number = bare(text);
        int start = number.startsWith("-") ? 1 : 0;
        int point = number.indexOf('.');
        int end = point < 0 ? number.length() : point;
        long whole = whole(number, start, end);
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        if (whole < 0 || point >= 0 && !Cells.isDigits(number.substring(point + 1), 1, MOST_DECIMALS)) {
            return Optional.empty();
        }
        BigDecimal amount = decimals > CENTS
                ? BigDecimal.valueOf(whole).add(new BigDecimal(new BigInteger(number.substring(point + 1)), decimals))
                : BigDecimal.valueOf(whole * 100 + cents(number, point), CENTS);
        return Optional.of(start == 1 ? amount.negate() : amount);
    }

    public static boolean isTooLarge(BigDecimal amount) {
        return amount.compareTo(MOST) > 0;
    }

    /** Without a sign of the currency before or behind it and without a remark in brackets behind it. */
    private static String bare(String text) {
        String number = text;
        int remark = Math.max(number.lastIndexOf('（'), number.lastIndexOf('('));
        if (remark > 0 && (number.endsWith("）") || number.endsWith(")"))) {
            number = number.substring(0, remark).strip();
        }
        if (number.startsWith("¥") || number.startsWith("￥")) {
            number = number.substring(1).strip();
        }
        if (number.endsWith("元")) {
            number = number.substring(0, number.length() - 1).strip();
        }
        return number;
    }

    /** The digits, with commas between each three of them or with none; -1 if they are something else. */
    private static long whole(String text, int start, int end) {
        long value = 0;
        int digits = 0;
        int comma = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + c - '0';
                digits++;
            } else if (c == ',' && digits > 0 && (comma < 0 ? digits <= GROUP : i - comma == GROUP + 1)) {
                comma = i;
            } else {
                return -1;
            }
        }
        boolean isGrouped = comma < 0 || end - comma == GROUP + 1;
        return isGrouped && digits > 0 && digits <= MOST_INTEGER_DIGITS ? value : -1;
    }

    /** The hundredths that one digit or two, or none, behind the point make. */
    private static int cents(String number, int point) {
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        return switch (decimals) {
            case 0 -> 0;
            case 1 -> (number.charAt(point + 1) - '0') * 10;
            default -> (number.charAt(point + 1) - '0') * 10 + number.charAt(point + 2) - '0';
        };
    }
}
