package io.siyu.content;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** What a script's content alone can break, whoever posts it and when. */
@Singleton
public class ScriptRules {
    private final BannedWords bannedWords;

    public ScriptRules(BannedWords bannedWords) {
        this.bannedWords = bannedWords;
    }

    /** @param kind the kind of post it is for, null for any: media limits hold for moments and for any */
    public List<RuleViolation> check(PostKind kind, ScriptContent content, ContactLimits limits) {
        List<RuleViolation> found = new ArrayList<>();
        checkText("copy", content.copy(), found);
        checkText("firstComment", content.firstComment(), found);
        if (kind == null || kind == PostKind.MOMENT) {
            checkMedia(content.media(), limits, found);
        }
        checkRecipients(kind, content.copyText(), "copy", found);
        checkRecipients(kind, new CopyText(content.firstComment()), "firstComment", found);
        if (content.copyText().text().isBlank()) {
            found.add(RuleViolation.warn(PostRule.COPY_MISSING, "copy", "There is no copy yet."));
        }
        return found;
    }

    private void checkText(String field, String text, List<RuleViolation> found) {
        for (String word : bannedWords.findIn(text)) {
            found.add(RuleViolation.error(
                    PostRule.BANNED_WORD, field, "\"" + word + "\" must not appear in advertising (广告法)."));
        }
        for (String variable : new CopyText(text).unknownVariables()) {
            found.add(RuleViolation.error(PostRule.UNRESOLVED_VARIABLE, field, "Nothing resolves " + variable + "."));
        }
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
