package io.siyu.campaign;

import io.siyu.content.ContactLimitRepository;
import io.siyu.content.Script;
import io.siyu.content.ScriptRepository;
import io.siyu.content.ScriptRevised;
import io.siyu.content.ScriptRules;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts are written on while campaigns prepare, and that asks nobody for approval again; but the copy of a post that
 * is about to go out must not come to break a rule.
 */
@ApplicationScoped
public class ScriptGuard {
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;
    private final ScriptRules rules;
    private final ContactLimitRepository limits;

    public ScriptGuard(
            CampaignPostRepository posts, ScriptRepository scripts, ScriptRules rules, ContactLimitRepository limits) {
        this.posts = posts;
        this.scripts = scripts;
        this.rules = rules;
        this.limits = limits;
    }

    void check(@Observes ScriptRevised event) {
        Script script = scripts.findIn(event.shopId(), event.scriptId()).orElseThrow();
        List<Violation> broken = posts.listOutgoingWith(event.shopId(), event.scriptId()).stream()
                .flatMap(post -> violations(script, post))
                .distinct()
                .toList();
        if (!broken.isEmpty()) {
            throw ErrorCode.GATE_UNMET.problem("A campaign that is READY or RUNNING uses this script.", broken);
        }
    }

    private Stream<Violation> violations(Script script, CampaignPost post) {
        return PostRuleGate.unmetBy(
                rules.check(post.kind(), script.content(), limits.limitsOn(script.shopId(), post.day())))
                .stream();
    }
}
