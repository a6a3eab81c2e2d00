package io.siyu.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which followers a campaign or a post is for: those of any of the tiers, with any of the tags, on any of the accounts.
 * A list that is empty leaves that side open.
 *
 * @param segment in which of the shop's segments, or null for no matter which
 */
public record Audience(
        @Size(max = 7) List<@NotNull Tier> tiers,
        @Size(max = 50) List<@NotBlank @Size(max = 60) String> tags,
        @Size(max = 200) List<@NotNull Id> accounts,
        Id segment) {
    public static final Audience OPEN = new Audience(List.of(), List.of(), List.of());

    public Audience(List<Tier> tiers, List<String> tags, List<Id> accounts) {
        this(tiers, tags, accounts, null);
    }

    public Audience {
        tiers = distinct(tiers);
        tags = distinct(tags);
        accounts = distinct(accounts);
    }

    /** Says nothing on any side. */
    @JsonIgnore
    public boolean isOpen() {
        return tiers.isEmpty() && tags.isEmpty() && accounts.isEmpty() && segment == null;
    }

    private static <T> List<T> distinct(Collection<T> values) {
        // Nulls stay, for validation to name.
        return values == null ? List.of() : new LinkedHashSet<>(values).stream().toList();
    }
}
