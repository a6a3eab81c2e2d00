package io.siyu.order.file.row;

import io.siyu.order.file.cell.Header;
import io.siyu.order.file.table.RawRow;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many cells rows have, by which it is told that one was shifted by a cell too few or too many. Spreadsheets leave
 * empty cells out at the ends of rows: Excel sixteen rows at a time, as far as all of them are empty there, and others row
 * by row.
 */
public final class RowWidths {
    private static final int ROWS_A_BLOCK = 16;
    /** So many of the rows of a block have the width that is meant, or none is. */
    private static final double MOST = 0.75;
    /** Fewer rows than these that differ from the others were not written so. */
    private static final double SEVERAL = 0.1;

    private static final int ROWS_OF_ONE_LENGTH = 3;
    /** Shorter ones may be amounts, of which one is as good as another. */
    private static final int FIGURES_OF_ONE_LENGTH = 10;

    private final int header;
    private final long headerBlock;
    private long rows;
    private long full;
    private long withEmptyEnd;
    private long different;
    private long ended;
    private int fewestFigures = Integer.MAX_VALUE;
    private int mostFigures = -1;

    public RowWidths(Header header, long headerRow) {
        this.header = header.width();
        this.headerBlock = block(headerRow);
    }

    /** Which sixteen rows it is among. */
    public static long block(long row) {
        return (row - 1) / ROWS_A_BLOCK;
    }

    /** Notes the rows of a block, as one that is not blank stands in the file. */
    public void add(Collection<RawRow> block) {
        int expected = expected(block);
        for (RawRow row : block) {
            if (row.flaw() == null) {
                rows++;
                full += row.width() >= header ? 1 : 0;
                withEmptyEnd += row.filled() < row.width() ? 1 : 0;
                different += row.width() == expected ? 0 : 1;
                addFigures(row);
            }
        }
    }

    private void addFigures(RawRow row) {
        if (row.isEnded()) {
            ended++;
            fewestFigures = Math.min(fewestFigures, row.figures());
            mostFigures = Math.max(mostFigures, row.figures());
        }
    }

    /**
     * Whether the file ends inside the row's last cell: in all others it is a long number or a moment, and of one length.
     */
    public boolean isCutShort(RawRow row) {
        return !row.isEnded()
                && ended >= ROWS_OF_ONE_LENGTH
                && fewestFigures == mostFigures
                && mostFigures >= FIGURES_OF_ONE_LENGTH
                && row.figures() > 0
                && row.figures() < mostFigures;
    }

    /** Whether each row ends with its last cell that is not empty. */
    public boolean areTrimmed() {
        return withEmptyEnd == 0 && different >= rows * SEVERAL;
    }

    /** Whether no row goes with the names: at least those beside them would have as many cells. */
    public boolean areAllOdd() {
        return full == 0 && withEmptyEnd > 0;
    }

    /** How many cells the rows of a block are to have: as many as most of them have, or else as there are names. */
    public int expected(Collection<RawRow> block) {
        Map<Integer, Long> counts = block.stream()
                .filter(row -> row.flaw() == null && row.isEnded())
                .map(RawRow::width)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(width -> width.getValue() >= all * MOST && isPossible(width.getKey(), block))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(header);
    }

    private boolean isPossible(int width, Collection<RawRow> block) {
        return width >= header
                || block.stream().allMatch(row -> block(row.number()) != headerBlock)
                        && block.stream().anyMatch(row -> row.width() == width && row.filled() == width);
    }
}
