package io.siyu.content.script;

import io.siyu.content.CopyText;
import io.siyu.content.material.MediaItem;

import java.util.List;

/** What a version of a script holds. */
public record ScriptContent(String copy, List<MediaItem> media, String firstComment, String staffNotes) {
    public ScriptContent {
        media = media == null ? List.of() : List.copyOf(media);
    }

    public CopyText copyText() {
        return new CopyText(copy);
    }

    public CopyText firstCommentText() {
        return new CopyText(firstComment);
    }
}
