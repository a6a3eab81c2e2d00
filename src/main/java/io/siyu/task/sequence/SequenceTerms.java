package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom a sequence sends what.
 *
 * @param steps in the order of their days
 * @param accounts empty for all
 * @param tiers empty for all
 * @param welcome null for none
 */
public record SequenceTerms(List<SequenceStep> steps, List<Id> accounts, List<Tier> tiers, SequenceWelcome welcome) {
    public SequenceTerms {
        // In an order of their own: the same said otherwise is no change.
        steps = steps.stream()
                .sorted(Comparator.comparingInt(SequenceStep::day))
                .toList();
        accounts = new ArrayList<>(new TreeSet<>(accounts));
        tiers = new ArrayList<>(new TreeSet<>(tiers));
    }

    /** All that it says. */
    List<ScriptPin> pins() {
        return Stream.concat(
                        steps.stream().map(SequenceStep::pin),
                        Stream.ofNullable(welcome).map(SequenceWelcome::pin))
                .toList();
    }

    boolean isFor(long accountId, Tier tier) {
        return (accounts.isEmpty() || accounts.contains(Id.of(accountId))) && (tiers.isEmpty() || tiers.contains(tier));
    }

    /** Whether the same followers are written to at the same times, whatever the words. */
    boolean goesOutWith(SequenceTerms other) {
        return accounts.equals(other.accounts)
                && tiers.equals(other.tiers)
                && steps.size() == other.steps.size()
                && steps.stream().allMatch(step -> other.steps.stream().anyMatch(step::goesOutWith));
    }
}
