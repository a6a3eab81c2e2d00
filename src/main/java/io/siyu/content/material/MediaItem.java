package io.siyu.content.material;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A picture or a video of a script: one of the shop's materials, an address, or only a note on what to take. */
public record MediaItem(
        @NotNull MediaType type,
        Id materialId,
        @Size(max = 500) String url,
        @Size(max = 200) String note) {}
