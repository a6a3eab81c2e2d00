package io.siyu.content.script;

import io.siyu.content.material.MediaConverter;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.List;

/** A script's content as it was in one version. Never changes. */
@Entity
public class ScriptVersion extends ShopOwned {
    private long scriptId;
    private int number;
    private String copy;

    @Convert(converter = MediaConverter.class)
    private List<MediaItem> media;

    private String firstComment;
    private String staffNotes;
    private String writtenBy;
    private Instant writtenAt;

    /** For Hibernate. */
    protected ScriptVersion() {}

    public ScriptVersion(Script script, String writtenBy, Instant writtenAt) {
        super(script.shopId());
        this.scriptId = script.id();
        this.number = script.contentVersion();
        this.copy = script.content().copy();
        this.media = script.content().media();
        this.firstComment = script.content().firstComment();
        this.staffNotes = script.content().staffNotes();
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    public long scriptId() {
        return scriptId;
    }

    public int number() {
        return number;
    }

    public ScriptContent content() {
        return new ScriptContent(copy, media, firstComment, staffNotes);
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
