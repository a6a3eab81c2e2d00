package io.siyu.campaign.post;

import io.siyu.buyer.Tier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * One of the texts of a private slot. Each follower gets exactly one: that of his tier, and of several for the same tiers
 * the one that a stable hash gives him by their shares.
 *
 * @param key what it is known by within its slot
 * @param tiers for whom; empty for all that no other variant of the slot names
 * @param sharePercent how many of those in a hundred get it; null where it is the only one for them
 */
public record Variant(
        @NotNull @Pattern(regexp = Variant.KEY) @Schema(examples = "A")
        String key,

        @Size(max = 7) List<@NotNull Tier> tiers,
        @Min(1) @Max(100) Integer sharePercent) {
    /** A word: it is no place for names of people. */
    public static final String KEY = "[^\\s:/]{1,30}";

    public static final int WHOLE = 100;

    public Variant {
        // Nulls stay, for validation to name.
        tiers = tiers == null ? List.of() : new LinkedHashSet<>(tiers).stream().toList();
    }

    /** In percent. */
    public int share() {
        return sharePercent == null ? WHOLE : sharePercent;
    }
}
