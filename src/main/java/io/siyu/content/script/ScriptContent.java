package io.siyu.content.script;

import io.siyu.content.CopyText;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.material.MediaItem;
import io.siyu.content.rule.ReadScript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** All that followers read, by field: what the rules look at. */
    public Map<String, CopyText> texts() {
        Map<String, CopyText> texts = new LinkedHashMap<>();
        texts.put(ReadScript.COPY, copyText());
        texts.put("firstComment", firstCommentText());
        return texts;
    }

    /** For a kind of post, or null for any, as it is read. */
    public ReadScript read(PostKind kind, ContactLimits limits, Reading reading) {
        return new ReadScript(kind, texts(), media, limits, reading);
    }
}
