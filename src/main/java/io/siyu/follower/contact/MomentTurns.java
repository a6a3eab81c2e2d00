package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When an account's next moment may go out, by what went out on it and by what may go out any minute. */
@ApplicationScoped
public class MomentTurns {
    private final ContactHistory history;
    private final ContactLimitRepository limits;

    MomentTurns(ContactHistory history, ContactLimitRepository limits) {
        this.history = history;
        this.limits = limits;
    }

    /** A moment that somebody can post already, or posts now. */
    public record Open(long taskId, Instant since) {}

    /**
     * What keeps a task's moment from going out at an instant.
     *
     * @param latest by when it has to be out
     * @return its until is null if it may not go out before that
     */
    public Optional<ReachedLimit> keptBy(
            Shop shop, long accountId, long taskId, Collection<Open> open, Instant at, Instant latest) {
        LocalDate first = LocalDate.ofInstant(at, shop.zone()).minusDays(MomentLimits.REACH);
        LocalDate last = LocalDate.ofInstant(latest, shop.zone()).plusDays(MomentLimits.REACH);
        Map<Long, PastContact> others = new HashMap<>();
        history.momentsOf(shop.id(), accountId, first, last).forEach(one -> others.put(one.taskId(), one));
        open.forEach(one -> others.putIfAbsent(
                one.taskId(),
                new PastContact(one.taskId(), one.since(), LocalDate.ofInstant(one.since(), shop.zone()), 0)));
        others.remove(taskId);
        return new MomentTurn(limits.datedOf(shop.id()), List.copyOf(others.values()), shop.zone()).keptBy(at, latest);
    }
}
