package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A script with its newest content.
 *
 * @param scene what it shows that has happened, null for nothing
 * @param contentVersion counts its contents
 * @param version counts every change, for If-Match
 */
public record ScriptResponse(
        Id id,
        Id shopId,
        String title,
        PostKind kind,
        ContentLine line,
        ContentScene scene,
        String copy,
        List<MediaItem> media,
        String firstComment,
        String staffNotes,
        int contentVersion,
        String playbookKey,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public static ScriptResponse from(Script script) {
        ScriptContent content = script.content();
        return new ScriptResponse(
                Id.of(script.id()),
                Id.of(script.shopId()),
                script.title(),
                script.kind(),
                script.line(),
                script.scene(),
                content.copy(),
                content.media(),
                content.firstComment(),
                content.staffNotes(),
                script.contentVersion(),
                script.playbookKey(),
                script.createdAt(),
                script.updatedAt(),
                script.version());
    }
}
