package io.siyu.order.file.cell;

/** Undoes what platforms and spreadsheets wrap around a value. */
public final class Cells {
    private Cells() {}

    /**
     * The value of a cell: without blanks, tabs and line breaks around it, without the {@code ="…"} and the apostrophes
     * that keep spreadsheets from reading numbers, and empty for {@code null} and a mere dash.
     */
    public static String clean(String raw) {
        String text = strip(raw);
        if (text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            text = strip(text.substring(2, text.length() - 1));
        }
        if (text.startsWith("'")) {
            int end = text.length() > 1 && text.endsWith("'") ? text.length() - 1 : text.length();
            text = strip(text.substring(1, end));
        }
        return isNothing(text) ? "" : text;
    }

    private static boolean isNothing(String text) {
        return switch (text.length()) {
            case 1 -> text.equals("-");
            case 2 -> text.equals("--");
            case 4 -> text.equalsIgnoreCase("null");
            default -> false;
        };
    }

    /** A whole number that a program took for a fraction, {@code 1001.0}, without what it has added; or else the same text. */
    public static String whole(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        boolean isFraction = end > 1 && end < text.length() && text.charAt(end - 1) == '.';
        return isFraction && isDigits(text.substring(0, end - 1), 1, Integer.MAX_VALUE)
                ? text.substring(0, end - 1)
                : text;
    }

    public static boolean isDigits(String text, int least, int most) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() >= least && text.length() <= most;
    }

    /** Strips what is invisible at the ends, no-break and ideographic blanks and marks of order included. */
    public static String strip(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isInvisible(raw.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isInvisible(char c) {
        return c <= ' '
                || c > 0x7f
                        && (Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || c == '\uFEFF'
                                || c >= '\u200B' && c <= '\u200F');
    }
}
