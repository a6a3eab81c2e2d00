package io.siyu.content.script.preview;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * For whom a script is to be read.
 *
 * @param campaignId whose offer and days stand in it; left out: those variables stay open
 * @param scriptVersion left out: the newest
 */
public record PreviewRequest(
        @NotNull Id followerId, Id campaignId, @Min(1) Integer scriptVersion) {}
