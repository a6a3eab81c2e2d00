package io.siyu.content.script;

/** A script's copy, media or notes changed: it now has this version. Fired in the transaction of the change. */
public record ScriptRevised(long shopId, long scriptId, int scriptVersion) {}
