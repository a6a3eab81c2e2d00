package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaConverter;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.List;

/** What a post says and how staff do it (话术). Its content is versioned; this holds the newest. */
@Entity
public class Script extends ShopOwned {
    private String playbookKey;
    private String title;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    @Enumerated(EnumType.STRING)
    private ContentLine line;

    @Enumerated(EnumType.STRING)
    private ContentScene scene;

    private int contentVersion;
    private String copy;

    @Convert(converter = MediaConverter.class)
    private List<MediaItem> media;

    private String firstComment;
    private String staffNotes;
    private Instant createdAt;
    private Instant updatedAt;

    /** For Hibernate. */
    protected Script() {}

    public Script(
            long shopId,
            String title,
            PostKind kind,
            ContentLine line,
            ContentScene scene,
            ScriptContent content,
            Instant now) {
        super(shopId);
        this.title = title;
        this.kind = kind;
        this.line = line;
        this.scene = scene;
        this.contentVersion = 1;
        this.createdAt = now;
        take(content, now);
    }

    /** Marks it as the shop's own copy of a playbook's script. */
    void comeFromPlaybook(String key) {
        playbookKey = key;
    }

    /** Puts it in its place among the shop's scripts: nothing of it is what followers read, so this makes no version. */
    void file(String newTitle, PostKind newKind, ContentLine newLine, ContentScene newScene, Instant now) {
        if (newTitle.equals(title) && newKind == kind && newLine == line && newScene == scene) {
            return;
        }
        title = newTitle;
        kind = newKind;
        line = newLine;
        scene = newScene;
        updatedAt = now;
    }

    /** @return whether there is a new version: the same content makes none */
    boolean rewrite(ScriptContent content, Instant now) {
        if (content.equals(content())) {
            return false;
        }
        take(content, now);
        contentVersion++;
        return true;
    }

    private void take(ScriptContent content, Instant now) {
        copy = content.copy();
        media = content.media();
        firstComment = content.firstComment();
        staffNotes = content.staffNotes();
        updatedAt = now;
    }

    public ScriptContent content() {
        return new ScriptContent(copy, media, firstComment, staffNotes);
    }

    public String playbookKey() {
        return playbookKey;
    }

    public String title() {
        return title;
    }

    /** The kind of post it is written for, null for any. */
    public PostKind kind() {
        return kind;
    }

    public ContentLine line() {
        return line;
    }

    /** What it shows that has happened, null for nothing. */
    public ContentScene scene() {
        return scene;
    }

    /** 1 for the first content. */
    public int contentVersion() {
        return contentVersion;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
