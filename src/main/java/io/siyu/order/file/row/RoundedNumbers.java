package io.siyu.order.file.row;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;
import io.siyu.order.file.cell.Cells;
import io.siyu.order.file.cell.Column;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells long numbers that a program has rounded, though each of them looks like one: a spreadsheet keeps fifteen digits
 * and writes zeros behind them, a script that takes them for floating-point numbers keeps seventeen at most (IEEE 754
 * double). One honest number in 10^z ends in z zeros, so what a single number cannot tell, all of a file can.
 */
public final class RoundedNumbers {
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}([,，.'’_\\s\\p{Z}])\\d{3}(?:\\1\\d{3})+(?:\\.\\d+)?");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final int OF_SPREADSHEETS = 15;
    private static final int OF_SCRIPTS = 17;

    /** Honest numbers have together so many zeros, and no other digits, once in 10^3 files; or once in 10^8 batches. */
    private static final int ZEROS_OF_A_FILE = 3;

    private static final int ZEROS_OF_A_BATCH = 8;
    private static final int ZEROS_OF_SCRIPTS = 6;

    private final Tally spreadsheet;
    private final Tally script;
    private final LongLongHashMap lasting = new LongLongHashMap();
    private final LongHashSet shared = new LongHashSet();

    private RoundedNumbers(int zeros) {
        this.spreadsheet = new Tally(OF_SPREADSHEETS, zeros);
        this.script = new Tally(OF_SCRIPTS, Math.max(zeros, ZEROS_OF_SCRIPTS));
    }

    public static RoundedNumbers ofFile() {
        return new RoundedNumbers(ZEROS_OF_A_FILE);
    }

    /** Of orders that a program posts, perhaps one at a time: there an honest number often stands alone. */
    public static RoundedNumbers ofBatch() {
        return new RoundedNumbers(ZEROS_OF_A_BATCH);
    }

    /** Whether it ends as rounded numbers do, and some honest ones. */
    public static boolean mayBe(String number) {
        return ends(number, OF_SPREADSHEETS) || ends(number, OF_SCRIPTS);
    }

    /** Whether it is one that could be rounded at all. */
    public static boolean isLong(String number) {
        return number.length() > OF_SPREADSHEETS && Cells.isDigits(number, 1, Integer.MAX_VALUE);
    }

    /** Whether it is such a one with signs between each three digits, as only programs that compute with it write. */
    static boolean isLongInGroups(String number) {
        return GROUPED.matcher(number).matches()
                && NO_DIGIT.matcher(number.substring(0, end(number)))
                                .replaceAll("")
                                .length()
                        > OF_SPREADSHEETS;
    }

    private static int end(String number) {
        int point = number.lastIndexOf('.');
        return point > 0 && number.indexOf('.') == point && number.indexOf(',') >= 0 ? point : number.length();
    }

    /** Counts a number in, each one once. */
    public void add(String number) {
        if (isLong(number)) {
            spreadsheet.add(number);
            script.add(number);
        }
    }

    /**
     * Takes note of what a row says of its order that no later state of the order says otherwise.
     *
     * @param columns where that stands; an empty cell says nothing
     */
    public void compare(String number, SheetRow row, List<Column> columns) {
        if (!mayBe(number)) {
            return;
        }
        long hash = OrderHash.of(number);
        for (int i = 0; i < columns.size(); i++) {
            long said = row.fingerprint(columns.get(i));
            if (said != 0) {
                long key = hash + i;
                if (lasting.getOrDefault(key, said) != said) {
                    shared.add(hash);
                }
                lasting.put(key, said);
            }
        }
    }

    /** Whether the number is rounded: so are nearly all, or different orders stand under it. */
    public boolean isRounded(String number) {
        return spreadsheet.isRounded(number)
                || script.isRounded(number)
                || shared.size() > 0 && mayBe(number) && shared.contains(OrderHash.of(number));
    }

    private static boolean ends(String number, int digits) {
        return zerosBehind(number, digits) > 0 && Cells.isDigits(number, 1, Integer.MAX_VALUE);
    }

    /** How many digits there are behind the first ones, if all of them are zeros; else 0. */
    private static int zerosBehind(String number, int digits) {
        int at = number.length();
        while (at > digits && number.charAt(at - 1) == '0') {
            at--;
        }
        return at == digits ? number.length() - digits : 0;
    }

    /** Of the numbers that are longer than what is kept of them. */
    private static final class Tally {
        /** A part of them may have been added by another program. */
        private static final double NEARLY_ALL = 0.9;
        /** Where that is not so, half of them are enough if they cannot be honest. */
        private static final double HALF = 0.5;

        private static final int ZEROS_OF_HALF = 8;

        private final int digits;
        private final int enoughZeros;
        private long numbers;
        private long rounded;
        private long zeros;

        Tally(int digits, int enoughZeros) {
            this.digits = digits;
            this.enoughZeros = enoughZeros;
        }

        void add(String number) {
            if (number.length() > digits) {
                int found = zerosBehind(number, digits);
                numbers++;
                rounded += found > 0 ? 1 : 0;
                zeros += found;
            }
        }

        boolean isRounded(String number) {
            boolean areRounded = rounded >= NEARLY_ALL * numbers && zeros >= enoughZeros
                    || rounded >= HALF * numbers && zeros >= Math.max(enoughZeros, ZEROS_OF_HALF);
            return areRounded && rounded > 0 && ends(number, digits);
        }
    }
}
