package io.siyu.campaign.daily;

import io.siyu.campaign.daily.DailyRotation.RotatingScript;
import io.siyu.campaign.daily.DailyRotation.Turn;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptRepository;
import io.siyu.platform.ids.Id;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the occurrences of a plan in step with it: makes what is missing, changes what nobody touched and what is still
 * ahead, and withdraws what is no longer wanted. Doing it again changes nothing.
 */
@ApplicationScoped
class DailyOccurrences {
    /** Scripts that did not come since are all the same. */
    private static final int MEMORY_DAYS = 60;

    /** What one transaction does of a long gap. */
    private static final int DAYS_A_STEP = DailyPlan.DAYS_AHEAD + 1;

    private final DailyOccurrenceRepository occurrences;
    private final DailyPosts posts;
    private final ScriptRepository scripts;
    private final Clock clock;

    DailyOccurrences(DailyOccurrenceRepository occurrences, DailyPosts posts, ScriptRepository scripts, Clock clock) {
        this.occurrences = occurrences;
        this.posts = posts;
        this.scripts = scripts;
        this.clock = clock;
    }

    /** Plans the next days up to the horizon, as many as go into one step. */
    void extend(Shop shop, DailyPlan plan) {
        Instant now = clock.instant();
        LocalDate horizon = plan.horizon(LocalDate.ofInstant(now, shop.zone()));
        LocalDate from = plan.madeThrough().plusDays(1);
        LocalDate to = earlier(horizon, from.plusDays(DAYS_A_STEP - 1L));
        plan.madeThrough(later(to, plan.madeThrough()), shop.zone());
        // Before any row: of two who do this at once one learns here that the other was faster.
        occurrences.flush();
        if (!to.isBefore(from)) {
            planDays(shop, plan, from, to, now);
        }
    }

    /** Plans the coming days anew, also those that are no longer the plan's. */
    void planAnew(Shop shop, DailyPlan plan) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, shop.zone());
        plan.madeThrough(plan.horizon(today), shop.zone());
        occurrences.flush();
        planDays(shop, plan, today, today.plusDays(DailyPlan.DAYS_AHEAD), now);
    }

    private void planDays(Shop shop, DailyPlan plan, LocalDate from, LocalDate to, Instant now) {
        List<DailyOccurrence> near =
                occurrences.listOf(shop.id(), plan.id(), from.minusDays(MEMORY_DAYS), to.plusDays(MEMORY_DAYS));
        Map<Long, Script> byId =
                scripts
                        .listIn(
                                shop.id(),
                                plan.rhythm().scripts().stream().map(Id::value).toList())
                        .stream()
                        .collect(Collectors.toMap(Script::id, Function.identity()));
        DailyRotation rotation = new DailyRotation(plan.rhythm(), rotating(plan, byId));
        // What lies in these days and is free takes its turn anew.
        near.stream()
                .filter(one -> one.isPlanned() && !(isIn(one, from, to) && one.isFree(now, shop.zone())))
                .forEach(one -> rotation.take(turnOf(one)));
        DailyPosts.Planning planning = new DailyPosts.Planning(shop, plan, byId, now);
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            Map<Integer, DailyOccurrence> ofDay = near.stream()
                    .filter(one -> one.day().equals(day))
                    .collect(Collectors.toMap(DailyOccurrence::minuteOfDay, Function.identity()));
            planDay(planning, day, ofDay, rotation);
        });
    }

    private void planDay(
            DailyPosts.Planning planning, LocalDate day, Map<Integer, DailyOccurrence> there, DailyRotation rotation) {
        Map<DailyOccurrence, DailyPosts.Wanted> wanted = new LinkedHashMap<>();
        Map<Integer, DailyOccurrence> left = new LinkedHashMap<>(there);
        List<DailyHour> hours =
                planning.plan().postsOn(day) ? planning.plan().rhythm().hours() : List.of();
        for (DailyHour hour : hours) {
            DailyOccurrence one = left.remove(hour.minuteOfDay());
            if (one == null) {
                one = new DailyOccurrence(planning.shop().id(), planning.plan().id(), day, hour.minuteOfDay());
                if (isOver(one, planning)) {
                    continue;
                }
            } else if (!one.isFree(planning.now(), planning.shop().zone())) {
                continue;
            }
            DailyRotation.Choice choice = rotation.next(day, hour);
            if (choice.turn() == null) {
                posts.leaveOut(planning, one, choice.otherwise(), null);
            } else {
                wanted.put(one, new DailyPosts.Wanted(hour, choice.turn()));
                rotation.take(choice.turn());
            }
        }
        posts.place(planning, wanted);
        wanted.forEach((one, what) -> {
            if (!one.isPlanned()) {
                rotation.giveBack(what.turn());
            }
        });
        left.values().stream()
                .filter(one -> one.isFree(planning.now(), planning.shop().zone()))
                .forEach(one -> posts.withdraw(planning, one, OccurrenceReason.NOT_IN_PLAN));
    }

    /** Either missed, or before the plan was what it is. */
    private boolean isOver(DailyOccurrence one, DailyPosts.Planning planning) {
        Instant at = one.at(planning.shop().zone());
        if (at.isAfter(planning.now())) {
            return false;
        }
        if (at.isAfter(planning.plan().inForceSince())) {
            one.miss(planning.now());
            occurrences.persist(one);
        }
        return true;
    }

    /** Takes back what is ahead and nobody touched. */
    void withdraw(Shop shop, DailyPlan plan, OccurrenceReason why) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, shop.zone());
        DailyPosts.Planning planning = new DailyPosts.Planning(shop, plan, Map.of(), now);
        occurrences.listOf(shop.id(), plan.id(), today, today.plusDays(MEMORY_DAYS)).stream()
                .filter(one -> one.isFree(now, shop.zone()))
                .forEach(one -> posts.withdraw(planning, one, why));
    }

    private static List<RotatingScript> rotating(DailyPlan plan, Map<Long, Script> byId) {
        List<RotatingScript> rotating = new ArrayList<>();
        plan.rhythm().scripts().stream()
                .map(id -> byId.get(id.value()))
                .forEach(script -> rotating.add(new RotatingScript(script.id(), script.line(), script.kind())));
        return rotating;
    }

    private static Turn turnOf(DailyOccurrence one) {
        return new Turn(one.day().atTime(one.time()), one.line(), one.scriptId());
    }

    private static boolean isIn(DailyOccurrence one, LocalDate from, LocalDate to) {
        return !one.day().isBefore(from) && !one.day().isAfter(to);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
