package io.siyu.content.script;

import io.siyu.content.material.MediaItem;

import java.time.Instant;
import java.util.List;

public record ScriptVersionResponse(
        int contentVersion,
        String copy,
        List<MediaItem> media,
        String firstComment,
        String staffNotes,
        String writtenBy,
        Instant writtenAt) {
    static ScriptVersionResponse from(ScriptVersion version) {
        ScriptContent content = version.content();
        return new ScriptVersionResponse(
                version.number(),
                content.copy(),
                content.media(),
                content.firstComment(),
                content.staffNotes(),
                version.writtenBy(),
                version.writtenAt());
    }
}
