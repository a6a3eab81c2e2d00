package io.siyu.content.script.difference;

import io.siyu.content.material.MediaItem;
import io.siyu.content.script.ScriptVersion;
import io.siyu.platform.ids.Id;

import java.util.List;

/**
 * What one version of a script has otherwise than another. A text that is the same is one piece, one that neither has is
 * none.
 *
 * @param removedMedia what only the first shows
 * @param addedMedia what only the other shows
 */
public record ScriptDifferenceResponse(
        Id scriptId,
        int fromVersion,
        int toVersion,
        List<TextPiece> copy,
        List<TextPiece> firstComment,
        List<TextPiece> staffNotes,
        List<MediaItem> removedMedia,
        List<MediaItem> addedMedia) {
    static ScriptDifferenceResponse between(ScriptVersion from, ScriptVersion to) {
        return new ScriptDifferenceResponse(
                Id.of(from.scriptId()),
                from.number(),
                to.number(),
                TextDifference.between(from.content().copy(), to.content().copy()),
                TextDifference.between(
                        from.content().firstComment(), to.content().firstComment()),
                TextDifference.between(from.content().staffNotes(), to.content().staffNotes()),
                only(from.content().media(), to.content().media()),
                only(to.content().media(), from.content().media()));
    }

    private static List<MediaItem> only(List<MediaItem> some, List<MediaItem> others) {
        return some.stream().filter(item -> !others.contains(item)).toList();
    }
}
