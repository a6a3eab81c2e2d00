package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Objects;

/** What changes in a script; what is left out stays. */
public record UpdateScriptRequest(
        @Size(min = 1, max = 120) @Visible String title,

        PostKind kind,
        ContentLine line,
        @Size(max = 5000) String copy,
        @Size(max = 20) List<@Valid @NotNull MediaItem> media,
        @Size(max = 1000) String firstComment,
        @Size(max = 5000) String staffNotes) {
    ScriptContent over(ScriptContent before) {
        return new ScriptContent(
                Objects.requireNonNullElse(copy, before.copy()),
                media == null ? before.media() : media,
                firstComment == null ? before.firstComment() : firstComment,
                staffNotes == null ? before.staffNotes() : staffNotes);
    }
}
