package io.siyu.order.file.table;

import java.io.IOException;
import java.util.List;

/** A table of text in an uploaded file, whatever kind of file that is. */
public interface Table {
    /** How many rows of its beginning are looked at for the names of the columns. */
    int HEAD_ROWS = 10;

    /** The first rows, all cells of them. */
    List<RawRow> head();

    /** Whether its dates are days since 1904, as old Macs counted them, and not since 1900. */
    default boolean countsFrom1904() {
        return false;
    }

    /** The rows from the first one on. */
    TableRows open() throws IOException;
}
