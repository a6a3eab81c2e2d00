package io.siyu.privacy.erasure;

import io.siyu.buyer.person.PersonReader;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.privacy.search.SearchedPlaces;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.time.DueWork;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for the words that name an erased person wherever people write, some rows at a time: what was blanked and how far
 * it is are one transaction, so that after a kill it goes on from there. A place that fails keeps no other from being
 * looked through, and is tried again.
 */
@ApplicationScoped
public class ErasureSearch implements DueWork {
    private static final Logger LOG = Logger.getLogger(ErasureSearch.class);
    private static final int BEFORE_REENCRYPTION = 800;

    private final ErasureRepository erasures;
    private final SearchedPlaces places;
    private final PersonReader people;

    ErasureSearch(ErasureRepository erasures, SearchedPlaces places, PersonReader people) {
        this.erasures = erasures;
        this.places = places;
        this.people = people;
    }

    /** A step that is taken, and what was reached before it. */
    private record Attempt(Erasure erasure, PlaceProgress before) {}

    /** To be called while it is still known who the person is, in the transaction that forgets it. */
    public void request(long shopId, long buyerId, PersonFacts facts, Instant now) {
        erasures.request(shopId, buyerId, facts, now);
    }

    public ErasureResponse status(long shopId, long buyerId) {
        return erasures.findLast(shopId, buyerId).map(this::show).orElseGet(() -> ErasureResponse.none(Id.of(buyerId)));
    }

    @Override
    public int runDue(Instant now) {
        AtomicReference<Attempt> attempt = new AtomicReference<>();
        try {
            return Contention.inTransaction(() -> {
                attempt.set(null);
                Optional<Erasure> due = erasures.lockDue(now);
                due.ifPresent(erasure -> step(erasure, now, attempt));
                return due.isPresent() ? 1 : 0;
            });
        } catch (RuntimeException | Error e) {
            if (attempt.get() == null) {
                throw e;
            }
            putOff(attempt.get(), e, now);
            return 1;
        }
    }

    @Override
    public int order() {
        return BEFORE_REENCRYPTION;
    }

    private void step(Erasure erasure, Instant now, AtomicReference<Attempt> attempt) {
        Optional<SearchedPlace> due = places.all().stream()
                .filter(place -> erasure.at(place.name()).isDue(now))
                .findFirst();
        if (due.isPresent()) {
            SearchedPlace place = due.get();
            PlaceProgress before = erasure.at(place.name());
            attempt.set(new Attempt(erasure, before));
            PersonFacts facts = erasures.factsOf(erasure);
            PersonWords words = new PersonWords(facts, people.knownBy(erasure.shopId(), facts));
            SearchedPlace.Step taken = place.search(erasure.shopId(), words, before.checkpoint());
            PlaceProgress reached = before.after(taken);
            PersonFacts more = facts.and(taken.told());
            if (!more.equals(facts)) {
                erasures.keep(erasure, more);
            }
            erasures.keep(erasure, reached);
            if (reached.isThrough() && !place.isLast()) {
                repeatLast(erasure);
            }
        }
        finishOrPutOff(erasures.find(erasure.shopId(), erasure.id()).orElseThrow(), now);
    }

    /** What comes last was already looked through where this place ended late. */
    private void repeatLast(Erasure erasure) {
        places.all().stream()
                .filter(SearchedPlace::isLast)
                .filter(place -> erasure.places().containsKey(place.name()))
                .forEach(
                        place -> erasures.keep(erasure, erasure.at(place.name()).again()));
    }

    private void finishOrPutOff(Erasure erasure, Instant now) {
        List<PlaceProgress> outstanding = outstanding(erasure);
        if (outstanding.isEmpty()) {
            erasures.finish(erasure, now);
        } else {
            boolean isDue = outstanding.stream().anyMatch(place -> place.isDue(now));
            erasures.putOff(
                    erasure,
                    isDue
                            ? erasure.requestedAt()
                            : outstanding.stream()
                                    .map(PlaceProgress::nextAt)
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow());
        }
    }

    private void putOff(Attempt attempt, Throwable failure, Instant now) {
        Erasure erasure = attempt.erasure();
        String place = attempt.before().place();
        boolean isOfDatabase = DatabaseFault.isIn(failure);
        ErasureObstacle obstacle = ErasureObstacle.of(failure);
        PlaceProgress later = isOfDatabase
                ? attempt.before().interrupted(now)
                : attempt.before().failed(obstacle, now);
        // With the database away it is not kept, and the same step is the next.
        Contention.inTransaction(() -> {
            erasures.lock(erasure.shopId(), erasure.id());
            Erasure current = erasures.find(erasure.shopId(), erasure.id()).orElseThrow();
            // Unless another replica was there meanwhile.
            if (current.at(place).equals(attempt.before())) {
                erasures.keep(current, later);
                finishOrPutOff(erasures.find(erasure.shopId(), erasure.id()).orElseThrow(), now);
            }
            return null;
        });
        // What was said may quote what was looked at.
        LOG.logf(
                isOfDatabase ? Logger.Level.WARN : Logger.Level.ERROR,
                "The erasure of buyer %d of shop %d broke off at %s, which is tried again later: %s, %s",
                erasure.buyerId(),
                erasure.shopId(),
                place,
                obstacle,
                failure.getClass().getName());
    }

    private List<PlaceProgress> outstanding(Erasure erasure) {
        return places.all().stream()
                .map(place -> erasure.at(place.name()))
                .filter(progress -> !progress.isThrough())
                .toList();
    }

    private ErasureResponse show(Erasure erasure) {
        int all = places.all().size();
        List<OutstandingPlace> outstanding = erasure.status() == ErasureStatus.DONE
                ? List.of()
                : outstanding(erasure).stream()
                        .map(OutstandingPlace::from)
                        .sorted(Comparator.comparing(place -> place.failures() == 0))
                        .toList();
        Map<String, Integer> found = new TreeMap<>();
        Map<String, PerhapsNamed> perhaps = new TreeMap<>();
        erasure.places().forEach((place, progress) -> {
            if (progress.found() > 0) {
                found.put(place, progress.found());
            }
            if (progress.perhaps() > 0) {
                perhaps.put(place, new PerhapsNamed(progress.perhaps(), progress.perhapsIds()));
            }
        });
        return new ErasureResponse(
                Id.of(erasure.buyerId()),
                erasure.status(),
                erasure.requestedAt(),
                erasure.finishedAt(),
                all,
                all - outstanding.size(),
                erasure.places().values().stream()
                        .mapToLong(PlaceProgress::rows)
                        .sum(),
                found,
                perhaps,
                outstanding);
    }
}
