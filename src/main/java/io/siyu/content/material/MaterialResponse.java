package io.siyu.content.material;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/** @param contentUrl where its bytes are, relative to /api/v1 */
public record MaterialResponse(
        Id id,
        Id shopId,
        String title,
        String contentType,
        long bytes,
        String contentUrl,
        String uploadedBy,
        Instant uploadedAt) {
    static MaterialResponse from(Material material) {
        return new MaterialResponse(
                Id.of(material.id()),
                Id.of(material.shopId()),
                material.title(),
                material.contentType(),
                material.bytes(),
                "/materials/" + material.id() + "/content",
                material.uploadedBy(),
                material.uploadedAt());
    }
}
