package io.siyu.campaign.playbook;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;

import java.time.Instant;

/** A playbook's content as it was in one version. Never changes. */
@Entity
public class PlaybookVersion extends ShopOwned {
    private long playbookId;
    private int number;

    @Convert(converter = PlaybookContentConverter.class)
    private PlaybookContent content;

    private String writtenBy;
    private Instant writtenAt;

    /** For Hibernate. */
    protected PlaybookVersion() {}

    public PlaybookVersion(Playbook playbook, String writtenBy, Instant writtenAt) {
        super(playbook.shopId());
        this.playbookId = playbook.id();
        this.number = playbook.contentVersion();
        this.content = playbook.content();
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    public int number() {
        return number;
    }

    public PlaybookContent content() {
        return content;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
