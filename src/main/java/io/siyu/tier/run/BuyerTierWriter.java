package io.siyu.tier.run;

import io.siyu.buyer.standing.BuyerStandingWriter;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.SumsAsOf;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierSql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Judges buyers and stores the verdicts, and every move with its reason, by a few statements for thousands of them. */
@ApplicationScoped
class BuyerTierWriter {
    static final int PAGE = 5000;

    private final Sql sql;
    private final BuyerStandingWriter standings;

    BuyerTierWriter(Sql sql, BuyerStandingWriter standings) {
        this.sql = sql;
        this.standings = standings;
    }

    /** What one run judges by. */
    record Judging(long shopId, long runNo, TierPolicy policy, TierContext context, boolean isBeforeLastOrder) {
        LocalDate day() {
            return context.asOf();
        }

        private SumsAsOf sums() {
            return new SumsAsOf(shopId, day(), isBeforeLastOrder);
        }

        private TierSql verdict() {
            return new TierSql(policy, context, sums().alias());
        }
    }

    /**
     * The next buyers behind an id whose stored verdict is another one, or might be. Fewer than {@link #PAGE} when there
     * are no more.
     */
    List<Long> toJudge(Judging judging, long afterId) {
        SqlFragment query = SqlFragment.of(
                "SELECT b.id FROM buyer b WHERE b.shop_id = ? AND b.id > ? AND b.first_order_day <= ?",
                judging.shopId(),
                afterId,
                judging.day());
        // Who is to be judged by purchase days is found out only when those are added up.
        if (!judging.isBeforeLastOrder()) {
            query = query.add(" AND ").add(judging.verdict().moves());
        }
        return sql.list(query.add(" ORDER BY b.id LIMIT " + PAGE), row -> row.longAt("id"));
    }

    private boolean isDense(long shopId, List<Long> ids) {
        long among = sql.first(
                        "SELECT COUNT(*) AS n FROM (SELECT id FROM buyer WHERE shop_id = ? AND id BETWEEN ? AND ?"
                                + " LIMIT " + 2 * PAGE + ") page",
                        row -> row.longAt("n"),
                        shopId,
                        ids.get(0),
                        ids.get(ids.size() - 1))
                .orElseThrow();
        return among < 2 * PAGE;
    }

    /** Of conditions that may take in other buyers, for whom nothing needs to be done: the fastest. */
    IdPage page(Judging judging, List<Long> ids) {
        return new IdPage(ids, ids.size() == PAGE && isDense(judging.shopId(), ids));
    }

    /** @return how many of the buyers moved */
    int write(Judging judging, IdPage page, Instant now) {
        int moved = 0;
        for (SqlFragment which : page.conditions("%s.id")) {
            moved += sql.update(moves(judging, which));
            moveTiers(judging, which, now);
        }
        return moved;
    }

    /** The first tiering of a buyer is a move from nowhere. */
    private static SqlFragment moves(Judging judging, SqlFragment which) {
        TierSql verdict = judging.verdict();
        return SqlFragment.of(
                        "INSERT INTO buyer_tier_move (shop_id, run_no, buyer_id, from_tier, to_tier, day, reason)"
                                + " SELECT b.shop_id, ?, b.id, IF(b.tier_since IS NULL, NULL, b.tier), ",
                        judging.runNo())
                .add(verdict.tier())
                .add(", ?, ", judging.day())
                .add(verdict.reason())
                .add(" FROM ")
                .add(judging.sums().buyers(of("e", which)))
                .add(whose(judging, which))
                .add(" AND ")
                .add(verdict.moves());
    }

    private void moveTiers(Judging judging, SqlFragment which, Instant now) {
        SqlFragment moves = SqlFragment.of(
                "buyer_tier_move m ON m.shop_id = b.shop_id AND m.run_no = ? AND m.buyer_id = b.id", judging.runNo());
        standings.moveTiers(judging.shopId(), moves, known(judging, which), now);
    }

    private static SqlFragment whose(Judging judging, SqlFragment which) {
        return SqlFragment.of(" WHERE b.shop_id = ? AND ", judging.shopId()).add(known(judging, which));
    }

    private static SqlFragment known(Judging judging, SqlFragment which) {
        return SqlFragment.of("b.first_order_day <= ? AND ", judging.day()).add(of("b", which));
    }

    private static SqlFragment of(String alias, SqlFragment which) {
        return new SqlFragment(which.text().formatted(alias), which.params());
    }
}
