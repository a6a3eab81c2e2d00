package io.siyu.campaign.plan;

import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.campaign.plan.window.WhyUntouchable;
import io.siyu.platform.ids.Id;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a plan.
 *
 * @param number of the accepted plan among the shop's; null for a preview
 */
record Acceptance(Integer number, List<Id> created, List<Id> kept, List<Id> moved, List<Id> removed) {
    static final Acceptance NONE = new Acceptance(null, List.of(), List.of(), List.of(), List.of());

    static Acceptance of(int number, List<Id> created, PlanDiff diff) {
        Stream<Long> stayed = Stream.concat(
                diff.keep().stream().map(change -> change.draft().id()),
                diff.untouchable().stream()
                        .filter(standing -> standing.why() != WhyUntouchable.CANCELLED)
                        .map(standing -> standing.campaign().id()));
        return new Acceptance(
                number,
                created,
                ids(stayed),
                ids(diff.move().stream().map(change -> change.draft().id())),
                ids(diff.remove().stream().map(draft -> draft.id())));
    }

    private static List<Id> ids(Stream<Long> campaigns) {
        return campaigns.sorted().map(Id::of).toList();
    }
}
