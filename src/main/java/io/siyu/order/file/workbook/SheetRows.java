package io.siyu.order.file.workbook;

import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.RowShape;
import io.siyu.order.file.table.TableRows;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads the rows of a sheet as texts. */
final class SheetRows implements TableRows {
    private final ReadableWorkbook workbook;
    private final SheetCells texts;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private RowShape shape;
    private long number;

    SheetRows(ReadableWorkbook workbook, int index) throws IOException {
        this.workbook = workbook;
        this.texts = new SheetCells(workbook.isDate1904());
        Sheet sheet = workbook.getSheet(index).orElseThrow();
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    @Override
    public void expect(RowShape expected) {
        shape = expected;
    }

    @Override
    public RawRow next() throws IOException {
        return SheetTable.careful(() -> rows.hasNext() ? read(rows.next()) : null);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private RawRow read(Row row) {
        // A row may come without its number.
        number = Math.max(number + 1, row.getRowNum());
        int filled = 0;
        int size = shape == null ? row.getCellCount() : shape.most();
        String[] cells = new String[size];
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? "" : texts.text(cell);
            if (!text.isBlank()) {
                filled = i + 1;
            }
            if (i < size && (shape == null || shape.wanted().get(i))) {
                cells[i] = text;
            }
        }
        // Cells at the end that are empty are not stored.
        return new RawRow(number, Arrays.asList(cells), Math.max(filled, size), filled, true, -1, null);
    }
}
