package io.siyu.content.script;

/** A script in the version in which it was chosen: what is written into it afterwards does not change what was chosen. */
public record ScriptPin(long scriptId, int version) {}
