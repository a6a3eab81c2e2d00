package io.siyu.segment;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.segment.filter.Filter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.time.Instant;

/** A filter over a shop's buyers that was given a name. Its buyers are found anew each time. */
@Entity
@Table(name = "buyer_segment")
public class Segment extends ShopOwned {
    private String name;
    private String filter;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    /** For Hibernate. */
    protected Segment() {}

    Segment(long shopId, String name, Filter filter, String by, Instant now) {
        super(shopId);
        this.name = name;
        this.filter = filter.toString();
        this.createdBy = by;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rename(String newName, Instant now) {
        if (!newName.equals(name)) {
            name = newName;
            updatedAt = now;
        }
    }

    void narrowTo(Filter newFilter, Instant now) {
        if (!newFilter.toString().equals(filter)) {
            filter = newFilter.toString();
            updatedAt = now;
        }
    }

    String name() {
        return name;
    }

    /** In the filter language. */
    String filter() {
        return filter;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
