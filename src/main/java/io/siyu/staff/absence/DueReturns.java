package io.siyu.staff.absence;

import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.EachDue;
import io.siyu.platform.time.TimedWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives those who are back their undone work back. */
@ApplicationScoped
public class DueReturns implements TimedWork {
    /** Before tasks open: those of somebody who is back are not the backup's any more. */
    private static final int BEFORE_TASKS = 15;

    private static final int BATCH = 100;

    private final AbsenceService service;
    private final Sql sql;

    DueReturns(AbsenceService service, Sql sql) {
        this.service = service;
        this.sql = sql;
    }

    private record Back(long shopId, long staffId) {}

    @Override
    public int runDue(Instant now) {
        List<Back> due = sql.list(
                "SELECT m.shop_id, m.id FROM shop s JOIN staff m ON m.shop_id = s.id AND m.away_until <= ?"
                        + " ORDER BY m.away_until LIMIT " + BATCH,
                row -> new Back(row.longAt("shop_id"), row.longAt("id")),
                now);
        return EachDue.sum(due, back -> service.endIfOver(back.shopId(), back.staffId(), now) ? 1 : 0);
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return sql.list(
                        "SELECT MIN(m.away_until) AS since FROM shop s JOIN staff m ON m.shop_id = s.id"
                                + " AND m.away_until <= ?",
                        row -> Optional.ofNullable(row.instantAt("since")),
                        now)
                .get(0);
    }

    @Override
    public int order() {
        return BEFORE_TASKS;
    }
}
