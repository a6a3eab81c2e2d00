package io.siyu.platform.http;

import de.siegmar.fastcsv.writer.CsvWriter;

import jakarta.ws.rs.core.StreamingOutput;

import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Rows of comma-separated values for clients, which will mostly be spreadsheets. */
public final class CsvText {
    /** What makes a spreadsheet take a cell for a formula, also in full width, which some take for the same. */
    private static final String FORMULA_STARTS = "=+-@＝＋－＠\t\r\n";

    private final CsvWriter csv;

    private CsvText(CsvWriter csv) {
        this.csv = csv;
    }

    /** @param rows adds them one by one, as they are written */
    public static StreamingOutput of(Consumer<CsvText> rows) {
        return output -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            rows.accept(new CsvText(csv));
            csv.flush();
        };
    }

    /** One row. Null is an empty cell. */
    public void row(Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(CsvText::cell).toArray(String[]::new));
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. */
    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        boolean isFormula =
                value instanceof CharSequence && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
