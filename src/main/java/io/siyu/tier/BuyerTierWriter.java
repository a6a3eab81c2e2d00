package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Stores verdicts where they differ from what is stored, and every move with its reason. */
@ApplicationScoped
class BuyerTierWriter {
    private final Sql sql;

    BuyerTierWriter(Sql sql) {
        this.sql = sql;
    }

    /** A verdict on a buyer. */
    record Judged(BuyerStanding before, TierVerdict verdict) {
        boolean isMove() {
            return before.movesTo(verdict.tier());
        }

        private Object[] update(long shopId, LocalDate day, Instant now) {
            return new Object[] {
                verdict.tier(),
                isMove() ? day : before.tierSince(),
                verdict.ownCycleDays(),
                verdict.dueDay(),
                now,
                shopId,
                before.history().buyerId()
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
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> moves = new ArrayList<>();
        for (Judged one : judged) {
            if (one.before().differsFrom(one.verdict())) {
                updates.add(one.update(shopId, day, now));
            }
            if (one.isMove()) {
                moves.add(one.move(shopId, day, now));
            }
        }
        sql.batch(
                "UPDATE buyer SET tier = ?, tier_since = ?, own_cycle_days = ?, due_day = ?, updated_at = ?,"
                        + " version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                updates);
        sql.batch(
                "INSERT INTO buyer_tier_move (shop_id, id, buyer_id, from_tier, to_tier, day, reason, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                moves);
        return moves.size();
    }
}
