package io.siyu.tier.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.WorkConfig;
import io.siyu.shop.Shop;
import io.siyu.tier.SpendPercentiles;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierPolicyRevision;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One row a shop: the run that worked out its tiers, and for how long they hold. */
@ApplicationScoped
public class TierRunRepository {
    private static final String WORK = "tier_run";

    /** By the database's clock. Its number tells whose the lease is, its owner's name only tells people. */
    private static final String LEASED =
            "lease_owner = ?, lease_until = TIMESTAMPADD(MICROSECOND, ?, UTC_TIMESTAMP(6))";

    private final Sql sql;
    private final ObjectMapper json;
    private final long leaseMicros;
    private final String owner = ShopLease.newOwner();

    TierRunRepository(Sql sql, ObjectMapper json, WorkConfig config) {
        this.sql = sql;
        this.json = json;
        this.leaseMicros = TimeUnit.NANOSECONDS.toMicros(config.lease().toNanos());
        ShopLease.takenOver(WORK);
    }

    /**
     * Takes over from any run that is still under way. What the last finished run rests on stays until this one is over.
     *
     * @param day the shop's today
     * @return the number of the run, larger than those of all earlier runs of the shop
     */
    long begin(long shopId, LocalDate day, Instant now) {
        takeOver(shopId, day, now);
        long runNo = runNo(shopId);
        renew(shopId, runNo, true);
        return runNo;
    }

    /** The same for a shop whose tiers do not hold now; empty if somebody else was faster. */
    Optional<Long> beginIfDue(long shopId, Instant now) {
        if (claim(shopId, now, "lease_until IS NULL")) {
            return Optional.of(runNo(shopId));
        }
        if (claim(shopId, now, "lease_until < UTC_TIMESTAMP(6)")) {
            ShopLease.noteTakenOver(WORK, shopId);
            return Optional.of(runNo(shopId));
        }
        return Optional.empty();
    }

    private boolean claim(long shopId, Instant now, String condition) {
        return sql.update(
                        "UPDATE tier_run SET run_no = GREATEST(run_no + 1, ?), " + LEASED
                                + " WHERE shop_id = ? AND (valid_until <= ? OR valid_from > ?) AND " + condition,
                        Id.nextValue(),
                        owner,
                        leaseMicros,
                        shopId,
                        now,
                        now)
                == 1;
    }

    /** Makes the shop due at once; a run that is under way knows too little and goes no further. */
    void expire(long shopId, LocalDate day, Instant now) {
        takeOver(shopId, day, now);
    }

    /**
     * Nobody has the lease afterwards, and the tiers are due. Numbers grow in the sequence in which runs take over, so
     * that moves can be read on from the last one seen.
     */
    private void takeOver(long shopId, LocalDate day, Instant now) {
        sql.update(
                "INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until, policy_revision, cycle_basis,"
                        + " cycle_days, cycle_intervals, moved) VALUES (?, ?, ?, ?, ?, 0, 'DEFAULT', 0, 0, 0)"
                        + " ON DUPLICATE KEY UPDATE run_no = GREATEST(run_no + 1, VALUES(run_no)),"
                        + " valid_from = VALUES(valid_from), valid_until = VALUES(valid_until), lease_until = NULL",
                shopId,
                Id.nextValue(),
                day,
                now,
                now);
    }

    /** In the transaction that took over, nobody else can have changed it. */
    private long runNo(long shopId) {
        return sql.first("SELECT run_no FROM tier_run WHERE shop_id = ?", row -> row.longAt("run_no"), shopId)
                .orElseThrow();
    }

    /**
     * Renews the lease, and with it locks the shop's row until the transaction ends.
     *
     * @return false if a later run took over, or the lease was given back
     */
    boolean renew(long shopId, long runNo) {
        return renew(shopId, runNo, false);
    }

    private boolean renew(long shopId, long runNo, boolean isFirst) {
        return sql.update(
                        "UPDATE tier_run SET " + LEASED + " WHERE shop_id = ? AND run_no = ?"
                                + (isFirst ? "" : " AND lease_until IS NOT NULL"),
                        owner,
                        leaseMicros,
                        shopId,
                        runNo)
                == 1;
    }

    /** What the run has not done is due at once. */
    void release(long shopId, long runNo) {
        sql.update("UPDATE tier_run SET lease_until = NULL WHERE shop_id = ? AND run_no = ?", shopId, runNo);
    }

    /** The lease as its run keeps it. */
    LeaseKeeper.Lease kept(long shopId, long runNo) {
        return new LeaseKeeper.Lease(
                "the tiers of shop " + shopId,
                Duration.of(leaseMicros, ChronoUnit.MICROS),
                () -> renew(shopId, runNo),
                () -> release(shopId, runNo));
    }

    /**
     * The tiers hold until the shop's day ends; if the clock is set to before it began, they do not hold either.
     *
     * @return false if a later run took over
     */
    boolean finish(Shop shop, long runNo, TierPolicyRevision revision, TierContext context, int moved, Instant now) {
        MeanCycle cycle = context.shopCycle();
        ShopDay day = ShopDay.of(context.asOf(), shop.zone());
        int finished = sql.update(
                "UPDATE tier_run SET day = ?, valid_from = ?, valid_until = ?, lease_until = NULL, policy_revision = ?,"
                        + " cycle_basis = ?,"
                        + " cycle_days = ?, cycle_intervals = ?, purchasing_buyers = ?, spend_percentiles = ?,"
                        + " moved = ?, finished_at = ? WHERE shop_id = ? AND run_no = ? AND lease_until IS NOT NULL",
                context.asOf(),
                day.from(),
                day.until(),
                revision.revision(),
                cycle.basis(),
                cycle.days(),
                cycle.intervals(),
                context.spends().count(),
                write(thresholds(revision.policy(), context.spends())),
                moved,
                now,
                shop.id(),
                runNo);
        return finished == 1;
    }

    private static Map<BigDecimal, BigDecimal> thresholds(TierPolicy policy, SpendPercentiles spends) {
        Map<BigDecimal, BigDecimal> thresholds = new TreeMap<>();
        if (!spends.isEmpty()) {
            policy.spendPercentiles().forEach(percentile -> thresholds.put(percentile, spends.at(percentile)));
        }
        return thresholds;
    }

    private String write(Map<BigDecimal, BigDecimal> thresholds) {
        try {
            return json.writeValueAsString(thresholds);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Spend percentiles cannot be written", e);
        }
    }

    /** What the shop's tiers rest on, as far as a run has come to its end. */
    public Optional<TierSnapshotResponse> findSnapshot(long shopId) {
        return sql.first(
                "SELECT * FROM tier_run WHERE shop_id = ? AND finished_at IS NOT NULL",
                row -> new TierSnapshotResponse(
                        row.dayAt("day"),
                        row.instantAt("finished_at"),
                        row.intAt("policy_revision"),
                        row.enumAt("cycle_basis", CycleBasis.class),
                        new MeanCycle(
                                        row.enumAt("cycle_basis", CycleBasis.class),
                                        row.longAt("cycle_days"),
                                        row.longAt("cycle_intervals"))
                                .meanDays(),
                        row.longAt("cycle_intervals"),
                        row.nullableLongAt("purchasing_buyers"),
                        read(row.textAt("spend_percentiles")),
                        row.intAt("moved")),
                shopId);
    }

    private List<TierSnapshotResponse.SpendThreshold> read(String thresholds) {
        if (thresholds == null) {
            return List.of();
        }
        try {
            return json
                    .readValue(thresholds, new TypeReference<TreeMap<BigDecimal, BigDecimal>>() {})
                    .entrySet()
                    .stream()
                    .map(one -> new TierSnapshotResponse.SpendThreshold(
                            one.getKey(),
                            one.getValue().setScale(2, RoundingMode.UNNECESSARY).toPlainString()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored spend percentiles cannot be read", e);
        }
    }

    Optional<Instant> findDueSince(Instant now) {
        return sql.list(
                        "SELECT MIN(valid_until) AS since FROM tier_run WHERE valid_until <= ?",
                        row -> Optional.ofNullable(row.instantAt("since")),
                        now)
                .get(0);
    }

    /** Some shops whose tiers do not hold now, and where nobody is at it. */
    List<Long> listDue(Instant now, int most) {
        String isFree = " AND " + ShopLease.isFree("t");
        return sql.list(
                "(SELECT t.shop_id FROM tier_run t WHERE t.valid_until <= ?" + isFree
                        + " ORDER BY t.valid_until LIMIT " + most + ")"
                        + " UNION (SELECT t.shop_id FROM tier_run t WHERE t.valid_from > ?" + isFree
                        + " ORDER BY t.valid_from LIMIT " + most + ") LIMIT " + most,
                row -> row.longAt("shop_id"),
                now,
                now);
    }
}
