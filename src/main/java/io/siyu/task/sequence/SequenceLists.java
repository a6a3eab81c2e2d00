package io.siyu.task.sequence;

import io.siyu.content.CopyVariable;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.ScriptPin;
import io.siyu.follower.FollowerStatus;
import io.siyu.follower.contact.ContactLimitChecks;
import io.siyu.follower.contact.ContactRule;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.follower.copy.FollowerValues;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers what has come due of a sequence into lists of private messages, one an account, step and day. Whom the limits do
 * not allow yet waits; who must not be written to, or can be told nothing true, is left out with the reason.
 */
@ApplicationScoped
class SequenceLists {
    private final SequenceOccurrences occurrences;
    private final SequenceTasks tasks;
    private final SequenceScripts scripts;
    private final AccountRepository accounts;
    private final TaskRecipients recipients;
    private final ContactLimitChecks limits;
    private final FollowerValues values;

    SequenceLists(
            SequenceOccurrences occurrences,
            SequenceTasks tasks,
            SequenceScripts scripts,
            AccountRepository accounts,
            TaskRecipients recipients,
            ContactLimitChecks limits,
            FollowerValues values) {
        this.occurrences = occurrences;
        this.tasks = tasks;
        this.scripts = scripts;
        this.accounts = accounts;
        this.recipients = recipients;
        this.limits = limits;
        this.values = values;
    }

    /** What is being filled. */
    private record Filling(
            Shop shop,
            FollowerSequence sequence,
            SequenceDay day,
            Instant now,
            Map<Integer, SequenceStep> steps,
            Map<Long, Account> accounts,
            Map<ScriptPin, PinnedScript> scripts) {}

    void fill(Shop shop, FollowerSequence sequence, SequenceDay day, Instant now) {
        List<SequenceOccurrence> waiting = occurrences.listWaiting(sequence, day.day());
        if (waiting.isEmpty()) {
            return;
        }
        Filling filling = new Filling(
                shop,
                sequence,
                day,
                now,
                day.steps().stream().collect(Collectors.toMap(SequenceStep::day, Function.identity())),
                accounts.listActive(shop.id()).stream().collect(Collectors.toMap(Account::id, Function.identity())),
                scripts.of(shop.id(), sequence.terms()));
        byStep(allowed(filling, reachable(filling, waiting)))
                .forEach((step, of) -> fillStep(filling, filling.steps().get(step), of));
    }

    private static Map<Integer, List<SequenceOccurrence>> byStep(Collection<SequenceOccurrence> some) {
        return some.stream()
                .collect(Collectors.groupingBy(SequenceOccurrence::stepDay, TreeMap::new, Collectors.toList()));
    }

    private List<SequenceOccurrence> reachable(Filling filling, List<SequenceOccurrence> waiting) {
        List<SequenceOccurrence> reachable = new ArrayList<>();
        Map<SequenceOccurrenceReason, List<SequenceOccurrence>> out = new EnumMap<>(SequenceOccurrenceReason.class);
        for (SequenceOccurrence one : waiting) {
            SequenceOccurrenceReason why = whyNot(filling, one);
            if (why == null) {
                reachable.add(one);
            } else {
                out.computeIfAbsent(why, reason -> new ArrayList<>()).add(one);
            }
        }
        out.forEach((why, which) -> leaveOut(filling, which, why));
        return reachable;
    }

    /** @return null for whom it may reach */
    private static SequenceOccurrenceReason whyNot(Filling filling, SequenceOccurrence one) {
        if (one.isOptedOut() || one.status() == FollowerStatus.OPTED_OUT) {
            return SequenceOccurrenceReason.OPTED_OUT;
        }
        if (one.status() != FollowerStatus.ADDED) {
            return SequenceOccurrenceReason.NOT_ADDED;
        }
        if (one.isHeldOut()) {
            return SequenceOccurrenceReason.HELD_OUT;
        }
        if (one.accountId() == null || !filling.accounts().containsKey(one.accountId())) {
            return SequenceOccurrenceReason.NO_ACTIVE_ACCOUNT;
        }
        boolean isMeant = filling.steps().containsKey(one.stepDay())
                && filling.sequence().terms().isFor(one.accountId(), one.tier());
        return isMeant ? null : SequenceOccurrenceReason.NOT_IN_SEQUENCE;
    }

    /** Whose limit ends in time waits for that, and who is on another list of the day for that one to be given up. */
    private List<SequenceOccurrence> allowed(Filling filling, List<SequenceOccurrence> reachable) {
        List<Long> followers = reachable.stream()
                .map(SequenceOccurrence::followerId)
                .distinct()
                .toList();
        Map<Long, ReachedLimit> blocked = limits.blocked(filling.shop(), followers, filling.now());
        Set<Long> taken = recipients.listPlannedOn(
                filling.shop().id(), followers, filling.day().day());
        List<SequenceOccurrence> allowed = new ArrayList<>();
        List<SequenceOccurrence> gone = new ArrayList<>();
        List<SequenceOccurrence> never = new ArrayList<>();
        for (SequenceOccurrence one : reachable) {
            ReachedLimit limit = blocked.get(one.followerId());
            if (limit == null) {
                if (!taken.contains(one.followerId())) {
                    allowed.add(one);
                }
            } else if (limit.rule() == ContactRule.OPTED_OUT) {
                gone.add(one);
            } else if (limit.until() == null
                    || !limit.until().isBefore(filling.day().end())) {
                never.add(one);
            }
        }
        leaveOut(filling, gone, SequenceOccurrenceReason.OPTED_OUT);
        leaveOut(filling, never, SequenceOccurrenceReason.LIMIT);
        return allowed;
    }

    private void fillStep(Filling filling, SequenceStep step, List<SequenceOccurrence> some) {
        PinnedScript script = filling.scripts().get(step.pin());
        valued(filling, script, some).stream()
                .collect(Collectors.groupingBy(SequenceOccurrence::accountId, TreeMap::new, Collectors.toList()))
                .forEach((account, of) ->
                        fillList(filling, step, script, filling.accounts().get(account), of));
    }

    /** Every variable of the text has a value for each of them. */
    private List<SequenceOccurrence> valued(Filling filling, PinnedScript script, List<SequenceOccurrence> some) {
        Set<CopyVariable> variables = SequenceScripts.recipientVariables(script);
        if (variables.isEmpty()) {
            return some;
        }
        Map<Long, Map<CopyVariable, String>> known = values.of(
                filling.shop().id(),
                some.stream().map(SequenceOccurrence::followerId).toList(),
                filling.day().day());
        Map<Boolean, List<SequenceOccurrence>> parted = some.stream()
                .collect(Collectors.partitioningBy(one ->
                        known.getOrDefault(one.followerId(), Map.of()).keySet().containsAll(variables)));
        leaveOut(filling, parted.get(false), SequenceOccurrenceReason.NO_VALUE);
        return parted.get(true);
    }

    private void fillList(
            Filling filling, SequenceStep step, PinnedScript script, Account account, List<SequenceOccurrence> some) {
        if (tasks.isRefused(filling.shop(), script, account, filling.day().day())) {
            leaveOut(filling, some, SequenceOccurrenceReason.RULE);
            return;
        }
        SequenceTasks.Wanted wanted = new SequenceTasks.Wanted(
                filling.sequence(),
                step,
                filling.day(),
                account,
                script,
                some.stream()
                        .map(SequenceOccurrence::plannedAt)
                        .min(Instant::compareTo)
                        .orElseThrow());
        long task = tasks.findOrMake(filling.shop(), wanted, filling.now());
        Set<Long> there = recipients.addSome(
                filling.shop().id(),
                task,
                account.id(),
                some.stream().map(SequenceOccurrence::followerId).toList(),
                filling.day().day());
        occurrences.plan(
                filling.sequence(),
                some.stream().filter(one -> there.contains(one.followerId())).toList(),
                task,
                account.id(),
                filling.now());
    }

    private void leaveOut(Filling filling, Collection<SequenceOccurrence> which, SequenceOccurrenceReason why) {
        occurrences.leaveOut(filling.sequence(), which, why, filling.now());
    }
}
