package io.siyu.segment;

/** A segment is about to go, in the running transaction; who still needs it refuses. */
public record SegmentRemoved(long shopId, long segmentId) {}
