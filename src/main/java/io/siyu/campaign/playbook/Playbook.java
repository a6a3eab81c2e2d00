package io.siyu.campaign.playbook;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;

import java.time.Instant;

/** A shop's own way to fill a campaign's days (打法). Its content is versioned; this holds the newest. */
@Entity
public class Playbook extends ShopOwned {
    private String playbookKey;

    private String name;
    private int contentVersion;

    @Convert(converter = PlaybookContentConverter.class)
    private PlaybookContent content;

    private String createdBy;
    private Instant createdAt;

    /** For Hibernate. */
    protected Playbook() {}

    public Playbook(long shopId, String key, String name, PlaybookContent content, String by, Instant now) {
        super(shopId);
        this.playbookKey = key;
        this.name = name;
        this.contentVersion = 1;
        this.content = content;
        this.createdBy = by;
        this.createdAt = now;
    }

    void rename(String newName) {
        name = newName;
    }

    /** @return whether there is a new version: the same content makes none */
    boolean rewrite(PlaybookContent newContent) {
        if (newContent.equals(content)) {
            return false;
        }
        content = newContent;
        contentVersion++;
        return true;
    }

    /** By which people know it, and posts made of it. */
    public String key() {
        return playbookKey;
    }

    public String name() {
        return name;
    }

    /** 1 for the first content. */
    public int contentVersion() {
        return contentVersion;
    }

    public PlaybookContent content() {
        return content;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
