package io.siyu.task;

import io.siyu.content.material.MediaConverter;
import io.siyu.content.material.MediaItem;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

import java.util.List;

/**
 * What is to be sent, as it stood when the task was made or last changed: closed tasks keep it as it was sent.
 *
 * @param visibleTo the group of friends that sees the moment, or the group chat; null for everyone
 * @param scriptVersion which version of the script it says; null without a script
 * @param copy the text, rendered for the account; variables of a recipient are still in it
 */
@Embeddable
public record TaskContent(
        String title,
        String visibleTo,
        Long scriptId,
        Integer scriptVersion,
        @Column(name = "copy_text") String copy,
        String firstComment,
        String staffNotes,
        @Convert(converter = MediaConverter.class) List<MediaItem> media) {

    /** A task that has nothing to send. */
    public static TaskContent titled(String title) {
        return new TaskContent(title, null, null, null, null, null, null, List.of());
    }
}
