package io.siyu.order.upload;

import io.siyu.order.file.row.Reject;

import java.util.List;

/**
 * How far a batch brings an import.
 *
 * @param rowsDone rows read so far, the header and blank ones not counted
 * @param checkpointRow the number of the first row of the last order that is done with
 * @param superseded orders of this batch that come again further down
 */
record ImportProgress(long rowsDone, long checkpointRow, int superseded, List<Reject> rejects, List<Reject> warnings) {}
