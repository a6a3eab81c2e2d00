package io.siyu.content.material;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;

import java.time.Instant;

/** A picture, short video or text to reuse (素材). Its bytes are in the {@link MaterialStore} under its id. */
@Entity
public class Material extends ShopOwned {
    private String title;
    private String contentType;
    private long bytes;
    private String uploadedBy;
    private Instant uploadedAt;

    /** For Hibernate. */
    protected Material() {}

    public Material(long shopId, String title, String contentType, long bytes, String uploadedBy, Instant uploadedAt) {
        super(shopId);
        this.title = title;
        this.contentType = contentType;
        this.bytes = bytes;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
    }

    public String title() {
        return title;
    }

    /** As found in its bytes, whatever the client called it. */
    public String contentType() {
        return contentType;
    }

    public long bytes() {
        return bytes;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }
}
