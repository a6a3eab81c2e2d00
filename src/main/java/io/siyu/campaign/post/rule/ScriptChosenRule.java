package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;

import jakarta.inject.Singleton;

import java.util.List;

/** A post has a script, and one that was written for its kind. */
@Singleton
class ScriptChosenRule implements PostTextRule {
    @Override
    public List<RuleViolation> check(ReadPost post) {
        if (post.script() == null) {
            return List.of(RuleViolation.warn(
                    PostRule.SCRIPT_MISSING,
                    post.field(),
                    "It has no script: choose one, so that staff know what to say.",
                    "还没有话术：请选择一条，让客服知道发什么。"));
        }
        PostKind written = post.script().script().kind();
        return written == null || written == post.post().kind()
                ? List.of()
                : List.of(RuleViolation.warn(
                        PostRule.SCRIPT_KIND,
                        post.field(),
                        "Its script was written for " + written + ": choose another one, or let it be for any kind.",
                        "这条话术是为" + written + "写的：请换一条，或把话术改为通用。"));
    }
}
