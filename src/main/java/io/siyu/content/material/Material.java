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
    private String consentNote;
    private String origin;

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

    /**
     * Was somebody's own words.
     *
     * @param path of what they were said in, relative to /api/v1
     * @param consent who agreed that they are shown, and how
     */
    void cameFrom(String path, String consent) {
        origin = path;
        consentNote = consent;
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

    /** Null where nobody was asked. */
    public String consentNote() {
        return consentNote;
    }

    /** A path of the API; null for what was uploaded. */
    public String origin() {
        return origin;
    }
}
