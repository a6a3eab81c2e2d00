package io.siyu.content.script;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.material.MediaItem;
import io.siyu.content.material.MediaType;

import java.util.ArrayList;
import java.util.List;

/** What a script's content alone can break, whoever posts it and when. */
public final class ScriptRules {
    private ScriptRules() {}

    /**
     * Checks what followers read, copy and first comment: title, notes and the media's notes are for staff.
     *
     * @param kind the kind of post it is for, null for any: media limits hold for moments and for any
     */
    public static List<RuleViolation> check(
            PostKind kind, ScriptContent content, ContactLimits limits, Reading reading) {
        List<RuleViolation> found = new ArrayList<>();
        checkText("copy", content.copyText(), reading, found);
        checkText("firstComment", content.firstCommentText(), reading, found);
        if (kind == null || kind == PostKind.MOMENT) {
            checkMedia(content.media(), limits, found);
        }
        checkRecipients(kind, content.copyText(), "copy", found);
        checkRecipients(kind, content.firstCommentText(), "firstComment", found);
        if (content.copyText().text().isBlank()) {
            found.add(RuleViolation.warn(PostRule.COPY_MISSING, "copy", "There is no copy yet."));
        }
        return found;
    }

    private static void checkText(String field, CopyText text, Reading reading, List<RuleViolation> found) {
        found.addAll(checkWords(field, text, reading));
        for (String variable : text.unknownVariables()) {
            found.add(RuleViolation.error(PostRule.UNRESOLVED_VARIABLE, field, "Nothing resolves " + variable + "."));
        }
    }

    /** The banned words in a text that followers read, which need not be a script's. */
    public static List<RuleViolation> checkWords(String field, CopyText text, Reading reading) {
        return reading.bannedIn(text).stream()
                .map(word -> RuleViolation.error(PostRule.BANNED_WORD, field, word))
                .toList();
    }

    private static void checkMedia(List<MediaItem> media, ContactLimits limits, List<RuleViolation> found) {
        long videos =
                media.stream().filter(item -> item.type() == MediaType.VIDEO).count();
        long pictures = media.size() - videos;
        if (pictures > limits.momentPictures()) {
            found.add(RuleViolation.error(
                    PostRule.MOMENT_PICTURES,
                    "media",
                    "A moment has at most " + limits.momentPictures() + " pictures, not " + pictures + "."));
        }
        if (videos > 1 || videos == 1 && pictures > 0) {
            found.add(RuleViolation.error(
                    PostRule.MOMENT_VIDEO, "media", "A moment has pictures or one video, not both or several."));
        }
    }

    private static void checkRecipients(PostKind kind, CopyText copy, String field, List<RuleViolation> found) {
        if (kind == null || kind == PostKind.PRIVATE) {
            return;
        }
        copy.variables().stream()
                .filter(variable -> variable.scope() == CopyVariable.Scope.RECIPIENT)
                .forEach(variable -> found.add(RuleViolation.error(
                        PostRule.UNRESOLVED_VARIABLE,
                        field,
                        "{{" + variable.zh() + "}} resolves only in a private message.")));
    }
}
