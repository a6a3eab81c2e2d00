package io.siyu.order.privacy;

import io.siyu.buyer.PersonReader;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.PersonFacts;
import io.siyu.platform.privacy.PersonWords;
import io.siyu.platform.privacy.SearchedPlace;
import io.siyu.platform.privacy.SearchedPlaces;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.time.DueWork;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for the words that name an erased person wherever people write, some rows at a time: what was blanked and how far
 * it is are one transaction, so that after a kill it goes on from there.
 */
@ApplicationScoped
class ErasureSearch implements DueWork {
    private static final Logger LOG = Logger.getLogger(ErasureSearch.class);
    private static final int BEFORE_REENCRYPTION = 800;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final ErasureRepository erasures;
    private final SearchedPlaces places;
    private final PersonReader people;

    ErasureSearch(ErasureRepository erasures, SearchedPlaces places, PersonReader people) {
        this.erasures = erasures;
        this.places = places;
        this.people = people;
    }

    /** To be called while it is still known who the person is, in the transaction that forgets it. */
    void request(long shopId, long buyerId, PersonFacts facts, Instant now) {
        erasures.request(shopId, buyerId, facts, now);
    }

    ErasureResponse status(long shopId, long buyerId) {
        return erasures.findLast(shopId, buyerId).map(this::show).orElseGet(() -> ErasureResponse.none(Id.of(buyerId)));
    }

    @Override
    public int runDue(Instant now) {
        AtomicReference<Erasure> due = new AtomicReference<>();
        try {
            return Contention.inTransaction(() -> {
                Optional<Erasure> next = erasures.lockDue(now);
                due.set(next.orElse(null));
                next.ifPresent(erasure -> erasures.keep(step(erasure, now)));
                return next.isPresent() ? 1 : 0;
            });
        } catch (RuntimeException e) {
            if (due.get() == null || DatabaseFault.isIn(e)) {
                // Which says nothing about the erasure: it goes on as soon as the database does.
                throw e;
            }
            // What the database says may quote what was looked at.
            LOG.errorf(
                    "The erasure of buyer %d of shop %d stopped at %s: %s",
                    due.get().buyerId(),
                    due.get().shopId(),
                    due.get().place(),
                    e.getClass().getName());
            Contention.inTransaction(() -> {
                erasures.putOff(due.get(), now.plus(PAUSE_AFTER_FAILURE));
                return null;
            });
            return 0;
        }
    }

    @Override
    public int order() {
        return BEFORE_REENCRYPTION;
    }

    private Erasure step(Erasure erasure, Instant now) {
        Optional<SearchedPlace> place = places.from(erasure.place());
        if (place.isEmpty()) {
            return finished(erasure, now);
        }
        String name = place.get().name();
        PersonFacts facts = erasures.factsOf(erasure);
        PersonWords words = new PersonWords(facts, people.knownBy(erasure.shopId(), facts));
        String after = name.equals(erasure.place()) ? erasure.checkpoint() : null;
        SearchedPlace.Step step = place.get().search(erasure.shopId(), words, after);
        Map<String, Integer> found = new LinkedHashMap<>(erasure.found());
        if (step.found() > 0) {
            found.merge(name, step.found(), Integer::sum);
        }
        boolean isThrough = step.checkpoint() == null;
        Optional<SearchedPlace> next = isThrough ? places.behind(name) : place;
        Erasure onward = new Erasure(
                erasure.shopId(),
                erasure.id(),
                erasure.buyerId(),
                ErasureStatus.SEARCHING,
                erasure.words(),
                next.map(SearchedPlace::name).orElse(name),
                step.checkpoint(),
                erasure.rows() + step.rows(),
                found,
                erasure.requestedAt(),
                null);
        return next.isEmpty() ? finished(onward, now) : onward;
    }

    private static Erasure finished(Erasure erasure, Instant now) {
        return new Erasure(
                erasure.shopId(),
                erasure.id(),
                erasure.buyerId(),
                ErasureStatus.DONE,
                null,
                erasure.place(),
                null,
                erasure.rows(),
                erasure.found(),
                erasure.requestedAt(),
                now);
    }

    private ErasureResponse show(Erasure erasure) {
        int all = places.all().size();
        return new ErasureResponse(
                Id.of(erasure.buyerId()),
                erasure.status(),
                erasure.requestedAt(),
                erasure.finishedAt(),
                all,
                erasure.status() == ErasureStatus.DONE ? all : places.before(erasure.place()),
                erasure.rows(),
                erasure.found());
    }
}
