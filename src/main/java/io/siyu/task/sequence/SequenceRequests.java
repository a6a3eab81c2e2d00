package io.siyu.task.sequence;

import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes terms of what is asked for, or refuses it. */
@ApplicationScoped
class SequenceRequests {
    private final PinnedScripts pins;
    private final SequenceScripts scripts;
    private final AccountRepository accounts;
    private final ContactLimitRepository limits;

    SequenceRequests(
            PinnedScripts pins, SequenceScripts scripts, AccountRepository accounts, ContactLimitRepository limits) {
        this.pins = pins;
        this.scripts = scripts;
        this.accounts = accounts;
        this.limits = limits;
    }

    SequenceTerms terms(Shop shop, CreateFollowerSequenceRequest request, LocalDate today) {
        SequenceTerms terms = new SequenceTerms(
                steps(shop, request.steps(), List.of()),
                Objects.requireNonNullElse(request.accounts(), List.of()),
                Objects.requireNonNullElse(request.tiers(), List.of()),
                welcome(shop, request.welcome(), null));
        require(shop, request.basis(), terms, today);
        return terms;
    }

    SequenceTerms over(Shop shop, FollowerSequence sequence, UpdateFollowerSequenceRequest request, LocalDate today) {
        SequenceTerms was = sequence.terms();
        SequenceTerms terms = new SequenceTerms(
                request.steps() == null ? was.steps() : steps(shop, request.steps(), was.steps()),
                Objects.requireNonNullElse(request.accounts(), was.accounts()),
                Objects.requireNonNullElse(request.tiers(), was.tiers()),
                request.welcome() == null
                        ? was.welcome()
                        : welcome(shop, request.welcome().orElse(null), was.welcome()));
        // What it says already may break a rule of today; it is looked at again when it goes out.
        if (!terms.equals(was)) {
            require(shop, sequence.basis(), terms, today);
        }
        return terms;
    }

    /** The same script keeps its version: a newer one is taken by saying so. */
    private List<SequenceStep> steps(Shop shop, List<SequenceStepRequest> asked, List<SequenceStep> before) {
        List<SequenceStep> steps = new ArrayList<>();
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            SequenceStepRequest step = asked.get(i);
            String field = "steps[" + i + "]";
            refuse(!days.add(step.day()), field + ".day", "DayTwice", "Each day stands once.");
            Integer kept = before.stream()
                    .filter(was -> was.day() == step.day() && was.scriptId().equals(step.scriptId()))
                    .map(SequenceStep::scriptVersion)
                    .findFirst()
                    .orElse(null);
            ScriptPin pin = choose(shop, field + ".script", step.scriptId(), step.scriptVersion(), kept);
            steps.add(new SequenceStep(step.day(), step.at(), step.scriptId(), pin.version()));
        }
        return steps;
    }

    private SequenceWelcome welcome(Shop shop, SequenceWelcomeRequest asked, SequenceWelcome before) {
        if (asked == null) {
            return null;
        }
        Integer kept = before != null && before.scriptId().equals(asked.scriptId()) ? before.scriptVersion() : null;
        ScriptPin pin = choose(shop, "welcome.script", asked.scriptId(), asked.scriptVersion(), kept);
        return new SequenceWelcome(asked.scriptId(), pin.version());
    }

    private ScriptPin choose(Shop shop, String field, Id script, Integer asked, Integer kept) {
        return pins.choose(shop.id(), field, script.value(), asked == null ? kept : asked);
    }

    private void require(Shop shop, SequenceBasis basis, SequenceTerms terms, LocalDate today) {
        ContactLimits ofToday = limits.limitsOn(shop.id(), today);
        for (SequenceStep step : terms.steps()) {
            refuse(
                    basis == SequenceBasis.JOINED && step.day() < 0,
                    "steps",
                    "BeforeJoining",
                    "Nobody can be written to before joining.");
            refuse(
                    basis == SequenceBasis.DUE && step.day() > 60,
                    "steps",
                    "TooLate",
                    "At most 60 days after the due day.");
            refuse(
                    ofToday.isQuiet(step.at()),
                    "steps",
                    "QuietHours",
                    "Nobody is contacted from " + ofToday.quietFrom() + " to " + ofToday.quietTo() + ".");
        }
        refuse(
                basis != SequenceBasis.JOINED && terms.welcome() != null,
                "welcome",
                "OnlyJoined",
                "Only a sequence since joining welcomes.");
        Set<Long> wanted = terms.accounts().stream().map(Id::value).collect(Collectors.toSet());
        Set<Long> known =
                accounts.listIn(shop.id(), wanted).stream().map(Account::id).collect(Collectors.toSet());
        refuse(!known.containsAll(wanted), "accounts", "UnknownAccount", "One of them is no account of the shop.");
        scripts.require(shop, terms, today);
    }

    private static void refuse(boolean wrong, String field, String code, String message) {
        if (wrong) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, code, message);
        }
    }
}
