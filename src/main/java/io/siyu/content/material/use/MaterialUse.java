package io.siyu.content.material.use;

import io.siyu.platform.ids.Id;

import java.time.LocalDate;

/**
 * Where a material is shown.
 *
 * @param scriptVersion which of the script's versions shows it
 * @param title the script's
 * @param postId null for the script itself
 * @param campaignId the post's; null for a daily one
 * @param day the post's
 */
public record MaterialUse(
        MaterialUseKind kind, Id scriptId, int scriptVersion, String title, Id postId, Id campaignId, LocalDate day) {
    public static MaterialUse inScript(long script, int version, String title) {
        return new MaterialUse(MaterialUseKind.SCRIPT, Id.of(script), version, title, null, null, null);
    }

    /** The same in a post that keeps the script's version. */
    public MaterialUse inPost(long post, Long campaign, LocalDate day) {
        return new MaterialUse(
                MaterialUseKind.POST, scriptId, scriptVersion, title, Id.of(post), Id.ofNullable(campaign), day);
    }
}
