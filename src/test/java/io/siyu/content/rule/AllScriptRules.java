package io.siyu.content.rule;

import java.util.List;

/** The rules on scripts as the application has them, for tests that start nothing. */
public final class AllScriptRules {
    public static final ScriptRules RULES = new ScriptRules(List.of(
            new BannedWordRule(),
            new TabooWordRule(),
            new UnknownVariableRule(),
            new UnresolvedVariableRule(),
            new RecipientVariableRule(),
            new MomentPicturesRule(),
            new MomentVideoRule(),
            new CopyMissingRule()));

    private AllScriptRules() {}
}
