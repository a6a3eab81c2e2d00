package io.siyu.task.sequence;

import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;

import java.time.LocalTime;

/**
 * A private message of a sequence.
 *
 * @param day counted from the basis; each stands once in a sequence and so names its step
 * @param at local time in the shop's zone
 * @param scriptVersion which it keeps: a newer one is taken by an edit (R10)
 */
public record SequenceStep(int day, LocalTime at, Id scriptId, int scriptVersion) {
    ScriptPin pin() {
        return new ScriptPin(scriptId.value(), scriptVersion);
    }

    boolean goesOutWith(SequenceStep other) {
        return day == other.day && at.equals(other.at);
    }
}
