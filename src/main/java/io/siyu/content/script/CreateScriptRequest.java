package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** A new script. kind left out means any; line left out means MARKETING, scene none. */
public record CreateScriptRequest(
        @NotNull @Visible @Size(max = 120) String title,
        PostKind kind,
        ContentLine line,
        ContentScene scene,
        @NotNull @Size(max = 5000) String copy,
        @Size(max = 20) List<@Valid @NotNull MediaItem> media,
        @Size(max = 1000) String firstComment,
        @Size(max = 5000) String staffNotes) {
    ScriptContent content() {
        return new ScriptContent(copy, media, firstComment, staffNotes);
    }
}
