package io.siyu.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What is to be sent, as it stood when the task was made or last changed: closed tasks keep it as it was sent.
 *
 * @param copy the text, rendered for the account; variables of a recipient are still in it
 * @param media the materials to attach, as JSON
 */
@Embeddable
public record TaskContent(
        @Column(name = "title") String title,
        @Column(name = "script_id") Long scriptId,
        @Column(name = "copy_text") String copy,
        @Column(name = "first_comment") String firstComment,
        @Column(name = "staff_notes") String staffNotes,
        @Column(name = "media") String media) {}
