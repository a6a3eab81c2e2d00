package io.siyu.platform.http;

/** Rows of comma-separated values for clients, which will mostly be spreadsheets. */
public final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    /** One row with its line end. Null is an empty cell. */
    public static String row(Object... cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            row.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        return row.append("\r\n").toString();
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. */
    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean isText = value instanceof CharSequence;
        if (isText && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
