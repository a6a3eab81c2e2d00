package io.siyu.order.file.table;

import java.io.Closeable;
import java.io.IOException;

/** Reads a table one row at a time. */
public interface TableRows extends Closeable {
    /** Null at the end. */
    RawRow next() throws IOException;

    /** From now on only these cells are read; until then all are. */
    void expect(RowShape shape);
}
