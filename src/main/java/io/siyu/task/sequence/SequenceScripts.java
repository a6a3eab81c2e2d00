package io.siyu.task.sequence;

import io.siyu.campaign.post.Speakers;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.Speaker;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.rule.ReadScript;
import io.siyu.content.rule.ScriptRules;
import io.siyu.content.rule.WelcomeSellsRule;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.word.ShopWords;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of sequences: private ones that break no rule, as each account would say them. */
@ApplicationScoped
class SequenceScripts {
    private static final String WELCOME = "welcome.scriptId";

    private final PinnedScripts scripts;
    private final ScriptRules rules;
    private final ShopWords words;
    private final ContactLimitRepository limits;
    private final AccountRepository accounts;
    private final Speakers speakers;

    SequenceScripts(
            PinnedScripts scripts,
            ScriptRules rules,
            ShopWords words,
            ContactLimitRepository limits,
            AccountRepository accounts,
            Speakers speakers) {
        this.scripts = scripts;
        this.rules = rules;
        this.words = words;
        this.limits = limits;
        this.accounts = accounts;
        this.speakers = speakers;
    }

    /** All that a sequence says. */
    Map<ScriptPin, PinnedScript> of(long shopId, SequenceTerms terms) {
        return of(shopId, List.of(terms));
    }

    /** All that some sequences say. */
    Map<ScriptPin, PinnedScript> of(long shopId, Collection<SequenceTerms> some) {
        return scripts.of(
                shopId, some.stream().flatMap(terms -> terms.pins().stream()).toList());
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 with each rule that a text breaks, by the words of today */
    void require(Shop shop, SequenceTerms terms, LocalDate today) {
        Map<ScriptPin, PinnedScript> pinned = of(shop.id(), terms);
        Collection<Speaker> said = speakersOf(shop.id(), terms);
        Map<RuleViolation, String> broken = new LinkedHashMap<>();
        for (int i = 0; i < terms.steps().size(); i++) {
            String field = "steps[" + i + "].scriptId";
            PinnedScript script = pinned.get(terms.steps().get(i).pin());
            requirePrivate(script, field);
            errors(shop, script, said, today).forEach(error -> broken.put(error.at(field), field));
        }
        if (terms.welcome() != null) {
            PinnedScript script = pinned.get(terms.welcome().pin());
            requirePrivate(script, WELCOME);
            Stream.concat(
                            errors(shop, script, said, today).stream(),
                            WelcomeSellsRule.check(
                                    ReadScript.COPY, script.content().copyText())
                                    .stream())
                    .forEach(error -> broken.put(error.at(WELCOME), WELCOME));
        }
        if (!broken.isEmpty()) {
            RuleViolation first = broken.keySet().iterator().next();
            throw ErrorCode.VALIDATION_FAILED.problem(first.wording(), language -> violations(broken, language));
        }
    }

    private static List<Violation> violations(Map<RuleViolation, String> broken, Language language) {
        return broken.entrySet().stream()
                .map(one -> new Violation(
                        one.getValue(), one.getKey().rule().name(), one.getKey().message(language)))
                .toList();
    }

    private static void requirePrivate(PinnedScript script, String field) {
        PostKind kind = script.script().kind();
        if (kind != null && kind != PostKind.PRIVATE) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field, "ScriptKind", "The script is written for " + kind + ", not for private messages.");
        }
    }

    private Collection<Speaker> speakersOf(long shopId, SequenceTerms terms) {
        Set<Id> wanted = Set.copyOf(terms.accounts());
        List<Account> all = accounts.listActive(shopId).stream()
                .filter(account -> wanted.isEmpty() || wanted.contains(Id.of(account.id())))
                .toList();
        return speakers.of(shopId, all).values();
    }

    /** What the text breaks on a day, said by these. */
    List<RuleViolation> errors(Shop shop, PinnedScript script, Collection<Speaker> said, LocalDate day) {
        Reading reading =
                new Reading(words.of(shop.id()), Map.of(CopyVariable.SHOP, shop.name()), List.copyOf(said), true);
        return rules.check(script.content().read(PostKind.PRIVATE, limits.limitsOn(shop.id(), day), reading)).stream()
                .filter(RuleViolation::isError)
                .toList();
    }

    /** The variables of each recipient that the text has. */
    static Set<CopyVariable> recipientVariables(PinnedScript script) {
        return script.content().copyText().variables().stream()
                .filter(variable -> variable.scope() == CopyVariable.Scope.RECIPIENT)
                .collect(Collectors.toSet());
    }
}
