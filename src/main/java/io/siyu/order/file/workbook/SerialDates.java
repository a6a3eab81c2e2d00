package io.siyu.order.file.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Moments as spreadsheets store them: days since the end of 1899, or since 1904, with the time as the fraction. */
public final class SerialDates {
    private static final LocalDateTime EPOCH = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final LocalDateTime EPOCH_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal MOST = BigDecimal.valueOf(2_958_465);
    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SerialDates() {}

    /** @return to the nearest second; null for a number that no spreadsheet takes for a date */
    public static LocalDateTime toTime(BigDecimal serial, boolean is1904) {
        if (serial.signum() < 0 || serial.compareTo(MOST) > 0) {
            return null;
        }
        long seconds =
                serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return (is1904 ? EPOCH_1904 : EPOCH).plusSeconds(seconds);
    }

    static String format(LocalDateTime time) {
        return SHAPE.format(time);
    }
}
