package io.siyu.tier.run;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.time.TimedWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tiers every shop anew once its day has changed: r grows by the day. */
@ApplicationScoped
class TierRecalculationDue implements TimedWork {
    private static final int SHOPS_A_BATCH = 10;
    private static final int BEFORE_CAMPAIGNS = 10;

    private final TierRunRepository runs;
    private final TierRecalculation recalculation;
    private final Drain drain;

    TierRecalculationDue(TierRunRepository runs, TierRecalculation recalculation, Drain drain) {
        this.drain = drain;
        this.runs = runs;
        this.recalculation = recalculation;
    }

    @Override
    public int runDue(Instant now) {
        List<Long> due = runs.listDue(now, SHOPS_A_BATCH);
        for (long shopId : due) {
            if (!drain.isOn()) {
                recalculation.runIfDue(shopId);
            }
        }
        return due.size();
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return runs.findDueSince(now);
    }

    @Override
    public int order() {
        return BEFORE_CAMPAIGNS;
    }
}
