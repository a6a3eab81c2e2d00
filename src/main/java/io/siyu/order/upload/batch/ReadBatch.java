package io.siyu.order.upload.batch;

import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.HashedOrder;

import java.util.List;

/**
 * What was read of a file in one go, to be written in one transaction.
 *
 * @param number counts the batches of a run from one
 * @param warnings what orders leave open that were taken all the same
 * @param superseded orders that come again further down
 * @param lastRow the number of the first row of the last order or reject
 * @param rowsRead rows of the file read so far, the header and blank ones not counted
 */
public record ReadBatch(
        int number,
        List<HashedOrder> orders,
        List<Reject> rejects,
        List<Reject> warnings,
        int superseded,
        long lastRow,
        long rowsRead) {}
