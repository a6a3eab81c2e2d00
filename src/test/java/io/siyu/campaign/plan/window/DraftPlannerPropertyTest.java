package io.siyu.campaign.plan.window;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.PlanWindow;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The laws of planning again, over plans that were accepted, worked on and planned anew. */
class DraftPlannerPropertyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.parse("2027-01-01");
    private static final int DAYS = 120;
    private static final int READY_DAYS = 3;

    /** A plan: from which day, how long, from which anchor, how often, and with which nodes. */
    record Plan(int from, int length, int anchor, int cadence, Set<MarketingNode> nodes) {
        LocalDate first() {
            return FIRST.plusDays(from);
        }

        LocalDate last() {
            return first().plusDays(length);
        }

        List<PlanWindow> windows() {
            return CampaignPlanner.plan(first(), last(), FIRST.plusDays(anchor), cadence, nodes)
                    .windows();
        }
    }

    @Property(tries = 300)
    void everyWindowAndEveryDraftIsAccountedForOnce(
            @ForAll("plans") Plan earlier, @ForAll("plans") Plan plan, @ForAll @IntRange(max = DAYS) int today) {
        List<Campaign> there = worked(earlier);
        PlanDiff diff = diff(plan, there, today);

        Stream<LocalDate> days = Stream.of(
                        diff.create().stream().map(PlanWindow::startDay),
                        changes(diff).map(change -> change.window().startDay()),
                        diff.untouchable().stream()
                                .flatMap(standing -> standing.absorbed().stream())
                                .map(AbsorbedWindow::startDay),
                        diff.begun().stream().map(PlanWindow::startDay),
                        diff.tooSoon().stream().map(PlanWindow::startDay))
                .flatMap(some -> some);
        assertThat(days)
                .containsExactlyInAnyOrderElementsOf(
                        plan.windows().stream().map(PlanWindow::startDay).toList());
        Stream<Campaign> campaigns = Stream.of(
                        changes(diff).map(PlanDiff.Change::draft),
                        diff.remove().stream(),
                        diff.untouchable().stream().map(PlanDiff.Standing::campaign))
                .flatMap(some -> some);
        assertThat(campaigns).containsExactlyInAnyOrderElementsOf(there);
    }

    @Property(tries = 300)
    void onlyUntouchedDraftsThatHaveNotBegunChange(
            @ForAll("plans") Plan earlier, @ForAll("plans") Plan plan, @ForAll @IntRange(max = DAYS) int today) {
        PlanDiff diff = diff(plan, worked(earlier), today);

        assertThat(Stream.concat(changes(diff).map(PlanDiff.Change::draft), diff.remove().stream()))
                .allMatch(Campaign::isUntouchedPlan)
                .allMatch(draft -> draft.status() == CampaignStatus.DRAFT && draft.revision() == 1)
                .noneMatch(draft -> draft.startDay().isBefore(FIRST.plusDays(today)))
                .noneMatch(draft -> draft.startDay().isBefore(plan.first()))
                .noneMatch(draft -> draft.endDay().isAfter(plan.last()));
    }

    @Property(tries = 300)
    void acceptingAgainChangesNothingAndNoDraftSharesADayWithAnother(
            @ForAll("plans") Plan earlier, @ForAll("plans") Plan plan, @ForAll @IntRange(max = DAYS) int today) {
        PlanDiff diff = diff(plan, worked(earlier), today);
        List<Campaign> after = applied(diff);

        assertThat(diff(plan, after, today).isEmpty()).isTrue();
        List<Campaign> inTheWay = after.stream()
                .filter(campaign -> campaign.status() != CampaignStatus.CANCELLED)
                .toList();
        for (Campaign draft : made(diff, after)) {
            assertThat(inTheWay)
                    .filteredOn(other -> other != draft)
                    .noneMatch(other -> !other.startDay().isAfter(draft.endDay())
                            && !other.endDay().isBefore(draft.startDay()));
        }
    }

    @Property(tries = 100)
    void theSameChangesHaveTheSameTagAndOthersAnother(@ForAll("plans") Plan earlier, @ForAll("plans") Plan plan) {
        List<Campaign> there = worked(earlier);
        PlanDiff diff = diff(plan, there, 0);
        boolean changesNothing = diff.isEmpty();
        // Applying a diff changes its drafts, and with them what it would say of itself.
        String tag = diff.tag();

        assertThat(diff(plan, there, 0).tag()).isEqualTo(tag);
        if (!changesNothing) {
            assertThat(diff(plan, applied(diff), 0).tag()).isNotEqualTo(tag);
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(-30, 60),
                        Arbitraries.of(3, 7, 15, 30, 60),
                        Arbitraries.of(MarketingNode.class).set().ofMaxSize(5))
                .as(Plan::new);
    }

    /** What an earlier plan left: every third draft edited, every seventh cancelled, every fifth in review. */
    private static List<Campaign> worked(Plan plan) {
        List<Campaign> drafts = new ArrayList<>();
        for (PlanWindow window : plan.windows()) {
            Campaign draft = Campaign.planned(1, window, ZONE, "marketer", Instant.EPOCH);
            int place = drafts.size() + 1;
            if (place % 3 == 0) {
                draft.revise();
            } else if (place % 7 == 0) {
                draft.cancel();
            } else if (place % 5 == 0) {
                draft.submitForReview();
            }
            drafts.add(draft);
        }
        return drafts;
    }

    /** As the repository reads them. */
    private static PlanDiff diff(Plan plan, List<Campaign> campaigns, int today) {
        List<Campaign> there = campaigns.stream()
                .filter(campaign -> !campaign.endDay().isBefore(plan.first())
                        && !campaign.startDay().isAfter(plan.last()))
                .sorted(Comparator.comparing(Campaign::startDay))
                .toList();
        DraftPlanner.Range range = new DraftPlanner.Range(
                plan.first(), plan.last(), FIRST.plusDays(today), FIRST.plusDays(today + READY_DAYS));
        PlanDiff diff = DraftPlanner.diff(plan.windows(), there, range, plan.cadence() / 2);
        assertThat(campaigns).containsAll(there);
        return withAbsent(diff, campaigns, there);
    }

    /** Campaigns far from the range stay as they are. */
    private static PlanDiff withAbsent(PlanDiff diff, List<Campaign> campaigns, List<Campaign> there) {
        List<PlanDiff.Standing> standing = new ArrayList<>(diff.untouchable());
        campaigns.stream()
                .filter(campaign -> !there.contains(campaign))
                .forEach(campaign ->
                        standing.add(new PlanDiff.Standing(campaign, WhyUntouchable.OUTSIDE_RANGE, List.of())));
        return new PlanDiff(
                diff.create(), diff.keep(), diff.move(), diff.remove(), standing, diff.begun(), diff.tooSoon());
    }

    private static List<Campaign> applied(PlanDiff diff) {
        List<Campaign> after = new ArrayList<>();
        diff.untouchable().forEach(standing -> after.add(standing.campaign()));
        changes(diff).forEach(change -> {
            change.draft().replan(change.window(), ZONE);
            after.add(change.draft());
        });
        diff.create().forEach(window -> after.add(Campaign.planned(1, window, ZONE, "marketer", Instant.EPOCH)));
        return after;
    }

    private static List<Campaign> made(PlanDiff diff, List<Campaign> after) {
        return after.stream()
                .filter(campaign -> diff.untouchable().stream().noneMatch(standing -> standing.campaign() == campaign))
                .toList();
    }

    private static Stream<PlanDiff.Change> changes(PlanDiff diff) {
        return Stream.concat(diff.keep().stream(), diff.move().stream());
    }
}
