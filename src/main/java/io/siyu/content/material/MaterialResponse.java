package io.siyu.content.material;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * @param contentUrl where its bytes are, relative to /api/v1
 * @param thumbnailUrl where a small picture of it is, relative to /api/v1; null for what is no picture
 * @param consentNote who agreed to its use; null where nobody was asked
 * @param origin what it was made from, relative to /api/v1; null for what was uploaded
 * @param version for If-Match
 */
public record MaterialResponse(
        Id id,
        Id shopId,
        String title,
        List<String> tags,
        MaterialKind kind,
        String contentType,
        long bytes,
        String contentUrl,
        String thumbnailUrl,
        String uploadedBy,
        Instant uploadedAt,
        String consentNote,
        String origin,
        int version) {
    static MaterialResponse from(Material material) {
        String url = "/materials/" + material.id();
        return new MaterialResponse(
                Id.of(material.id()),
                Id.of(material.shopId()),
                material.title(),
                material.tags(),
                material.kind(),
                material.contentType(),
                material.bytes(),
                url + "/content",
                material.kind() == MaterialKind.PICTURE ? url + "/thumbnail" : null,
                material.uploadedBy(),
                material.uploadedAt(),
                material.consentNote(),
                material.origin(),
                material.version());
    }
}
