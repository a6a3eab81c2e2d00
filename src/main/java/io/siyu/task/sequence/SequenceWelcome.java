package io.siyu.task.sequence;

import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;

/** With which words who joins is greeted at once, in the version that was chosen (R10). */
public record SequenceWelcome(Id scriptId, int scriptVersion) {
    ScriptPin pin() {
        return new ScriptPin(scriptId.value(), scriptVersion);
    }
}
