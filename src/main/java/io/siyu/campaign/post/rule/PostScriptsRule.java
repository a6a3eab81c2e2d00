package io.siyu.campaign.post.rule;

import io.siyu.content.PostKind;
import io.siyu.content.RuleViolation;
import io.siyu.content.rule.ScriptRules;
import io.siyu.content.script.PinnedScript;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.stream.Stream;

/** What a post says, and what it says in private afterwards, keeps the rules on scripts. */
@Singleton
class PostScriptsRule implements PostTextRule {
    private final ScriptRules rules;

    PostScriptsRule(ScriptRules rules) {
        this.rules = rules;
    }

    @Override
    public List<RuleViolation> check(ReadPost post) {
        return Stream.concat(
                        checkOne(post, post.script(), post.post().kind()),
                        checkOne(post, post.followUp(), PostKind.PRIVATE))
                .map(violation -> violation.at(post.field()))
                .distinct()
                .toList();
    }

    private Stream<RuleViolation> checkOne(ReadPost post, PinnedScript script, PostKind kind) {
        return script == null
                ? Stream.of()
                : rules.check(script.content().read(kind, post.limits(), post.reading())).stream();
    }
}
