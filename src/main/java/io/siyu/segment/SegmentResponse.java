package io.siyu.segment;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** @param filter in the language of docs/segments.md, written as the service writes it */
public record SegmentResponse(
        Id id,
        Id shopId,
        String name,
        String filter,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static SegmentResponse from(Segment segment) {
        return new SegmentResponse(
                Id.of(segment.id()),
                Id.of(segment.shopId()),
                segment.name(),
                segment.filter(),
                segment.createdBy(),
                segment.createdAt(),
                segment.updatedAt(),
                segment.version());
    }
}
