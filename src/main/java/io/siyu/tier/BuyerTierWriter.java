package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Stores verdicts, and every move with its reason. */
@ApplicationScoped
class BuyerTierWriter {
    private static final BulkInsert.Table MOVES = BulkInsert.Table.of(
            "buyer_tier_move", "shop_id", "id", "buyer_id", "from_tier", "to_tier", "day", "reason", "created_at");

    /** Every one of the rows is there: this is the form in which one statement changes thousands of them. */
    private static final String UPDATE = "INSERT INTO buyer (shop_id, id, tier, tier_since, due_day, created_at,"
            + " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE tier = VALUES(tier),"
            + " tier_since = VALUES(tier_since), due_day = VALUES(due_day), unjudged = FALSE,"
            + " updated_at = VALUES(updated_at), version = version + 1";

    private final Sql sql;
    private final BulkInsert bulk;

    BuyerTierWriter(Sql sql, BulkInsert bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    /** A verdict on a buyer. */
    record Judged(BuyerStanding before, TierVerdict verdict) {
        boolean isMove() {
            return before.movesTo(verdict.tier());
        }

        private Object[] update(long shopId, LocalDate day, Instant now) {
            return new Object[] {
                shopId,
                before.history().buyerId(),
                verdict.tier(),
                isMove() ? day : before.tierSince(),
                verdict.dueDay(),
                now,
                now
            };
        }

        /** The first tiering of a buyer is a move from nowhere. */
        private Object[] move(long shopId, LocalDate day, Instant now) {
            Tier from = before.wasTiered() ? before.tier() : null;
            return new Object[] {
                shopId, Id.nextValue(), before.history().buyerId(), from, verdict.tier(), day, verdict.reason(), now
            };
        }
    }

    /** @return how many buyers moved */
    int write(long shopId, List<Judged> judged, LocalDate day, Instant now) {
        sql.batch(
                UPDATE, judged.stream().map(one -> one.update(shopId, day, now)).toList());
        List<Object[]> moves = judged.stream()
                .filter(Judged::isMove)
                .map(one -> one.move(shopId, day, now))
                .toList();
        bulk.insert(MOVES, moves);
        return moves.size();
    }
}
