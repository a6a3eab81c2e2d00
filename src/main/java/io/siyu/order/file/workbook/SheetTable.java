package io.siyu.order.file.workbook;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.table.RawRow;
import io.siyu.order.file.table.Table;
import io.siyu.order.file.table.TableRows;
import io.siyu.order.file.table.Unreadable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One sheet of a workbook that {@link WorkbookGuard} has found harmless. */
public record SheetTable(Path file, boolean hasStyles, int index, boolean countsFrom1904, List<RawRow> head)
        implements Table {
    private static final boolean ERRORS_AS_CELLS = true;

    /** What reads a workbook; the library answers with all kinds of exceptions to one that is not as it should be. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    public static List<Table> allOf(Path file, boolean hasStyles) throws IOException {
        return careful(() -> {
            List<Table> tables = new ArrayList<>();
            try (ReadableWorkbook workbook = workbook(file, hasStyles)) {
                for (int index : shown(workbook)) {
                    tables.add(new SheetTable(file, hasStyles, index, workbook.isDate1904(), head(workbook, index)));
                }
            }
            return tables;
        });
    }

    /** What is hidden is not what somebody means who uploads a workbook, unless there is nothing else. */
    private static List<Integer> shown(ReadableWorkbook workbook) {
        List<Sheet> all = workbook.getSheets().toList();
        List<Integer> shown = all.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(Sheet::getIndex)
                .toList();
        return shown.isEmpty() ? all.stream().map(Sheet::getIndex).toList() : shown;
    }

    @Override
    public TableRows open() throws IOException {
        return careful(() -> new SheetRows(workbook(file, hasStyles), index));
    }

    public static <T> T careful(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FileSystemException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            throw Unreadable.because(ReasonCode.WORKBOOK_UNREADABLE);
        }
    }

    private static ReadableWorkbook workbook(Path file, boolean hasStyles) throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, ERRORS_AS_CELLS));
    }

    private static List<RawRow> head(ReadableWorkbook workbook, int index) throws IOException {
        List<RawRow> head = new ArrayList<>();
        // Not closed, for that would close the workbook.
        SheetRows rows = new SheetRows(workbook, index);
        RawRow row;
        while (head.size() < HEAD_ROWS && (row = rows.next()) != null) {
            head.add(row);
        }
        return head;
    }
}
