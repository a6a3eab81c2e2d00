package io.siyu.order.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads money as exports write it: {@code 139.12}, {@code 104.34元}, {@code ￥1,234.50}. */
public final class Amounts {
    /** What DECIMAL(14, 2) holds. */
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d{1,10})?");

    private Amounts() {}

    /** @return empty for text that is no amount of two decimals */
    public static Optional<BigDecimal> parse(String text) {
        String number = text;
        if (number.startsWith("¥") || number.startsWith("￥")) {
            number = number.substring(1).strip();
        }
        if (number.endsWith("元")) {
            number = number.substring(0, number.length() - 1).strip();
        }
        if (GROUPED.matcher(number).matches()) {
            number = number.replace(",", "");
        }
        if (!PLAIN.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(number).stripTrailingZeros();
        return amount.scale() > 2 ? Optional.empty() : Optional.of(amount.setScale(2));
    }

    public static boolean isTooLarge(BigDecimal amount) {
        return amount.compareTo(MOST) > 0;
    }
}
