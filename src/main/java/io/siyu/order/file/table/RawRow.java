package io.siyu.order.file.table;

import io.siyu.order.Reason;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as a spreadsheet numbers it, from 1
 * @param cells those that are wanted; null at the other positions
 * @param width how many cells the row has
 * @param filled how many it has without the blank ones at its end
 * @param isEnded whether its end was seen, and not only that of the file
 * @param figures how many characters its last cell has, if that is a number or a moment, in text; else -1
 * @param flaw why the row cannot be read, null if it can
 */
public record RawRow(long number, List<String> cells, int width, int filled, boolean isEnded, int figures, Flaw flaw) {
    /** @param position of the cell, or -1 for the row as a whole */
    public record Flaw(int position, Reason reason) {}

    public boolean isBlank() {
        return flaw == null && filled == 0;
    }
}
