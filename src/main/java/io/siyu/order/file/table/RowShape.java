package io.siyu.order.file.table;

import java.util.BitSet;

/**
 * What a reader knows of the rows to come.
 *
 * @param wanted the positions whose cells it will ask for; the others need not be made into text
 * @param least how many cells a row has at least
 * @param most how many cells a row has at most, blank ones at its end not counted
 * @param isChecked whether the cells that are not wanted are to be looked at for damaged text too
 */
public record RowShape(BitSet wanted, int least, int most, boolean isChecked) {}
