package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.material.MediaItem;

import java.util.List;
import java.util.Map;

/**
 * What followers get to see of a script, with all it takes to judge it: title, notes and the media's notes are for staff.
 *
 * @param kind the kind of post it is for, null for any
 * @param texts by field, in the order in which they are read
 * @param limits of the day on which it goes out
 */
public record ReadScript(
        PostKind kind, Map<String, CopyText> texts, List<MediaItem> media, ContactLimits limits, Reading reading) {
    /** The field that a script cannot do without. */
    public static final String COPY = "copy";

    /** Whether it may come to be posted as one of these. */
    boolean maybe(PostKind other) {
        return kind == null || kind == other;
    }
}
