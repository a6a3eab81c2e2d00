package io.siyu.order.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A file that was recognised.
 *
 * @param headerRow the number of the row that names the columns; some exports have a title above it
 */
public record OrderFile(Path path, Charset charset, char separator, OrderFormat format, Header header, long headerRow) {
    CsvRows open() throws IOException {
        CsvRows rows = new CsvRows(new InputStreamReader(Encodings.open(path), charset), separator);
        for (long row = 1; row <= headerRow; row++) {
            rows.next();
        }
        rows.expectCells(header.width());
        return rows;
    }
}
