package io.siyu.content.material;

import io.siyu.content.material.store.StoredFile;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.List;

/**
 * A picture, short video or text to reuse (素材). Its bytes are in the
 * {@link io.siyu.content.material.store.MaterialStore} under its id.
 */
@Entity
public class Material extends ShopOwned {
    private static final String OF_FEEDBACK = "/feedback/";

    private String title;
    private String tags;
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
        this.tags = MaterialTags.text(List.of());
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

    /** @param consent null for nobody's, also of who takes it back */
    void describe(String newTitle, List<String> newTags, String consent) {
        title = newTitle;
        tags = MaterialTags.text(newTags);
        consentNote = consent;
    }

    public String title() {
        return title;
    }

    public List<String> tags() {
        return MaterialTags.of(tags);
    }

    public MaterialKind kind() {
        return MaterialKind.of(contentType);
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

    /** What somebody said to the shop is shown to others only if they agree. */
    public boolean lacksConsent() {
        return origin != null && origin.startsWith(OF_FEEDBACK) && consentNote == null;
    }

    /** Where its bytes lie. */
    public StoredFile content() {
        return StoredFile.content(shopId(), id());
    }

    /** Where what was made small of it lies. */
    public StoredFile thumbnail() {
        return StoredFile.thumbnail(shopId(), id());
    }
}
