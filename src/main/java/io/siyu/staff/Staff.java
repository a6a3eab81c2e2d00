package io.siyu.staff;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;

import java.time.Instant;
import java.util.Set;

/** A member of a shop: a person's login name and what that person does there. */
@Entity
public class Staff extends ShopOwned {
    private String username;
    private String displayName;

    @Convert(converter = RolesConverter.class)
    private Set<String> roles;

    private Instant createdAt;

    /** For Hibernate. */
    protected Staff() {}

    public Staff(long shopId, String username, String displayName, Set<String> roles, Instant createdAt) {
        super(shopId);
        this.username = username;
        this.displayName = displayName;
        this.roles = Set.copyOf(roles);
        this.createdAt = createdAt;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public Set<String> roles() {
        return roles;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
