package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all buyers of a shop as of a day at once. Only those who bought later are added up from their purchase days.
 */
@ApplicationScoped
public class ShopSums {
    private final Sql sql;

    ShopSums(Sql sql) {
        this.sql = sql;
    }

    /** What somebody had bought who had purchased. */
    @FunctionalInterface
    public interface Reader {
        void read(long lastEpochDay, int purchaseDays, BigDecimal netSpend);
    }

    /** Hands over what every buyer had bought who had purchased. */
    public void forEach(AsOf asOf, Reader reader) {
        for (Part part : parts(asOf)) {
            String alias = part.sums().alias();
            SqlFragment query = SqlFragment.of("SELECT DATEDIFF(" + alias + ".last_day, '1970-01-01') AS last_day, "
                            + alias + ".purchase_days, " + alias + ".net_spend")
                    .add(part.from())
                    .add(" AND " + alias + ".purchase_days > 0");
            sql.forEach(
                    query.text(),
                    row -> reader.read(row.longAt("last_day"), row.intAt("purchase_days"), row.decimalAt("net_spend")),
                    query.params().toArray());
        }
    }

    /** So many buyers are stored in one tier and judged to be in another, or in the same. */
    public record Judged(Tier from, Tier to, long buyers) {}

    /** How many buyers a policy would have where, and where those are now; a pair may come twice. */
    public List<Judged> judge(long shopId, TierPolicy policy, TierContext context, boolean isBeforeLastOrder) {
        List<Judged> judged = new ArrayList<>();
        for (Part part : parts(new AsOf(shopId, context.asOf(), isBeforeLastOrder))) {
            SqlFragment query = SqlFragment.of("SELECT b.tier AS from_tier, ")
                    .add(new TierSql(policy, context, part.sums().alias()).tier())
                    .add(" AS to_tier, COUNT(*) AS buyers")
                    .add(part.from())
                    .add(" AND b.first_order_day <= ? GROUP BY 1, 2", context.asOf());
            judged.addAll(sql.list(
                    query,
                    row -> new Judged(
                            row.enumAt("from_tier", Tier.class),
                            row.enumAt("to_tier", Tier.class),
                            row.longAt("buyers"))));
        }
        return judged;
    }

    /** @param isBeforeLastOrder whether the shop has orders of a later day */
    public record AsOf(long shopId, LocalDate day, boolean isBeforeLastOrder) {}

    private record Part(SumsAsOf sums, SqlFragment from) {}

    private static List<Part> parts(AsOf asOf) {
        SumsAsOf kept = new SumsAsOf(asOf.shopId(), asOf.day(), false);
        if (!asOf.isBeforeLastOrder()) {
            return List.of(part(kept, SqlFragment.EMPTY, SqlFragment.EMPTY));
        }
        SqlFragment notLater = SqlFragment.of(" AND (b.last_day IS NULL OR b.last_day <= ?)", asOf.day());
        return List.of(
                part(kept, SqlFragment.EMPTY, notLater),
                part(
                        new SumsAsOf(asOf.shopId(), asOf.day(), true),
                        SqlFragment.of("e.last_day > ?", asOf.day()),
                        SqlFragment.EMPTY));
    }

    private static Part part(SumsAsOf sums, SqlFragment which, SqlFragment conditions) {
        return new Part(
                sums,
                SqlFragment.of(" FROM ")
                        .add(sums.buyers(which))
                        .add(" WHERE b.shop_id = ?", sums.shopId())
                        .add(conditions));
    }
}
