package io.siyu.order.file.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text file read with one of the separators. */
public record CsvTable(Path file, Charset charset, char separator, List<RawRow> head) implements Table {
    public static CsvTable of(Path file, Charset charset, char separator) throws IOException {
        List<RawRow> head = new ArrayList<>();
        try (CsvRows rows = new CsvRows(Encodings.open(file), charset, separator)) {
            RawRow row;
            while (head.size() < HEAD_ROWS && (row = rows.next()) != null) {
                head.add(row);
            }
        }
        return new CsvTable(file, charset, separator, List.copyOf(head));
    }

    @Override
    public TableRows open() throws IOException {
        return new CsvRows(Encodings.open(file), charset, separator);
    }
}
