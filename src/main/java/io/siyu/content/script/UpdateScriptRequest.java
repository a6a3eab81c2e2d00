package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.json.Patch;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What changes in a script; what is left out stays, and null takes away what can be without. */
public record UpdateScriptRequest(
        @Size(min = 1, max = 120) @Visible String title,
        Optional<PostKind> kind,
        ContentLine line,
        Optional<ContentScene> scene,
        @Size(max = 5000) String copy,
        Optional<@Size(max = 20) List<@Valid @NotNull MediaItem>> media,
        Optional<@Size(max = 1000) String> firstComment,
        Optional<@Size(max = 5000) String> staffNotes) {
    /** @return what the script is to hold */
    ScriptContent over(ScriptContent before) {
        return new ScriptContent(
                Objects.requireNonNullElse(copy, before.copy()),
                Patch.over(before.media(), media),
                Patch.over(before.firstComment(), firstComment),
                Patch.over(before.staffNotes(), staffNotes));
    }

    void file(Script script, Instant now) {
        script.file(
                title == null ? script.title() : title.strip(),
                Patch.over(script.kind(), kind),
                Objects.requireNonNullElse(line, script.line()),
                Patch.over(script.scene(), scene),
                now);
    }

    /** Null for none that are new. */
    List<MediaItem> newMedia() {
        return Patch.over(null, media);
    }
}
