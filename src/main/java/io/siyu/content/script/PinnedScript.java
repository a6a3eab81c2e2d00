package io.siyu.content.script;

/**
 * A script as a post has it.
 *
 * @param script what it is filed as, which has no versions
 * @param content what the post's version of it says
 */
public record PinnedScript(Script script, ScriptPin pin, ScriptContent content) {
    /** Whether a newer version is there to be taken. */
    public boolean isOutdated() {
        return script.contentVersion() > pin.version();
    }
}
