package io.siyu.campaign.post.rule;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.script.PinnedScript;

import jakarta.inject.Singleton;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every variable of a private message resolves for every one that it goes to. */
@Singleton
class RecipientValuesRule implements PostTextRule {
    private final RecipientGaps gaps;

    RecipientValuesRule(RecipientGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public List<RuleViolation> check(ReadPost post) {
        if (post.reach().isNobody()) {
            return List.of();
        }
        return variables(post).stream()
                .filter(variable -> variable.scope() == CopyVariable.Scope.RECIPIENT)
                .filter(variable -> variable.fallback().isEmpty())
                .flatMap(variable -> violation(post, variable).stream())
                .toList();
    }

    private static Set<CopyVariable> variables(ReadPost post) {
        Set<CopyVariable> variables = EnumSet.noneOf(CopyVariable.class);
        PinnedScript own = post.post().kind() == PostKind.PRIVATE ? post.script() : null;
        for (PinnedScript script :
                Stream.of(own, post.followUp()).filter(s -> s != null).toList()) {
            script.content().texts().values().stream().map(CopyText::variables).forEach(variables::addAll);
        }
        return variables;
    }

    private List<RuleViolation> violation(ReadPost post, CopyVariable variable) {
        long without = gaps.count(post.post().shopId(), post.reach(), variable);
        return without == 0
                ? List.of()
                : List.of(RuleViolation.error(
                        PostRule.UNRESOLVED_VARIABLE,
                        post.field(),
                        variable.written() + " has no value for " + without
                                + " of its recipients: leave them out by tier or segment, or take the variable out.",
                        without + "位接收人没有" + variable.written() + "：请用分层或人群排除他们，或去掉这个变量。"));
    }
}
