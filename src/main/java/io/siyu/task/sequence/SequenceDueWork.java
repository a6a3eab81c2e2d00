package io.siyu.task.sequence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.ShopRepository;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carries follower sequences on when their steps come due. */
@ApplicationScoped
class SequenceDueWork implements TimedWork {
    private static final int BATCH = 50;
    private static final int SHOPS_A_QUERY = 1000;

    /** So that however many fail do not fill each batch. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(SequenceDueWork.class);

    /** Behind daily plans, which are planned ahead, and before tasks open. */
    private static final int BEFORE_TASKS = 16;

    private final FollowerSequenceRepository sequences;
    private final SequenceReleases releases;
    private final ShopRepository shops;

    SequenceDueWork(FollowerSequenceRepository sequences, SequenceReleases releases, ShopRepository shops) {
        this.sequences = sequences;
        this.releases = releases;
        this.shops = shops;
    }

    @Override
    public int runDue(Instant now) {
        List<Long> shopIds = QuarkusTransaction.requiringNew().call(shops::listIds);
        int done = 0;
        for (int from = 0; from < shopIds.size(); from += SHOPS_A_QUERY) {
            List<Long> some = shopIds.subList(from, Math.min(from + SHOPS_A_QUERY, shopIds.size()));
            List<FollowerSequenceRepository.Due> due =
                    QuarkusTransaction.requiringNew().call(() -> sequences.listDue(some, now, BATCH));
            for (FollowerSequenceRepository.Due one : due) {
                done += tryToCarryOn(one, now) ? 1 : 0;
            }
        }
        return done;
    }

    /** One that fails keeps no other waiting. Each day of a downtime is a transaction of its own. */
    private boolean tryToCarryOn(FollowerSequenceRepository.Due one, Instant now) {
        boolean isDone = false;
        try {
            while (Contention.inTransaction(() -> carryOn(one.shopId(), one.id(), now))) {
                isDone = true;
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Follower sequence %d of shop %d is not carried on", one.id(), one.shopId());
            QuarkusTransaction.requiringNew().run(() -> sequences.putOff(one, now.plus(REST_AFTER_FAILURE)));
        }
        return isDone;
    }

    /** @return false if nothing was left to do, such as because another replica was faster */
    private boolean carryOn(long shopId, long id, Instant now) {
        Optional<FollowerSequence> sequence = sequences.findIn(shopId, id).filter(found -> found.isDue(now));
        sequence.ifPresent(found -> releases.carryOn(shops.findById(shopId), found, now));
        return sequence.isPresent();
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> sequences.findDueSince(now));
    }

    @Override
    public int order() {
        return BEFORE_TASKS;
    }
}
