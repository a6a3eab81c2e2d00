package io.siyu.content.material;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * @param contentUrl where its bytes are, relative to /api/v1
 * @param consentNote who agreed to its use; null where nobody was asked
 * @param origin what it was made from, relative to /api/v1; null for what was uploaded
 */
public record MaterialResponse(
        Id id,
        Id shopId,
        String title,
        String contentType,
        long bytes,
        String contentUrl,
        String uploadedBy,
        Instant uploadedAt,
        String consentNote,
        String origin) {
    static MaterialResponse from(Material material) {
        return new MaterialResponse(
                Id.of(material.id()),
                Id.of(material.shopId()),
                material.title(),
                material.contentType(),
                material.bytes(),
                "/materials/" + material.id() + "/content",
                material.uploadedBy(),
                material.uploadedAt(),
                material.consentNote(),
                material.origin());
    }
}
