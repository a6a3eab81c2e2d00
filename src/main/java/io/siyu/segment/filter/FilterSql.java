package io.siyu.segment.filter;

import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A filter as a condition on rows of the table {@code buyer b}. What a buyer does not have is never equal to, below or
 * above anything; SQL's third truth value is cut off wherever something is turned into its opposite.
 */
public final class FilterSql {
    private static final String FOLLOWER =
            "EXISTS (SELECT 1 FROM follower f%s" + " WHERE f.shop_id = b.shop_id AND f.buyer_id = b.id AND ";
    private static final String TAGGED = " JOIN follower_tag t ON t.shop_id = f.shop_id AND t.follower_id = f.id";
    private static final String ON_ACCOUNT = " JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id";
    private static final String BOUGHT = "EXISTS (SELECT 1 FROM shop_order o"
            + " JOIN order_line l ON l.shop_id = o.shop_id AND l.order_id = o.id"
            + " WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id AND o.counted"
            + " AND (l.quantity IS NULL OR l.quantity > 0) AND ";
    private static final String FORECAST =
            "EXISTS (SELECT 1 FROM buyer_forecast x WHERE x.shop_id = b.shop_id AND x.buyer_id = b.id AND ";

    private final LocalDate today;
    private final Optional<RfmScale> scale;
    private final Optional<KeptCycle> cycle;

    /**
     * @param scale empty as long as nobody has purchased, and then nobody has scores
     * @param cycle empty as long as the shop's tiers were never worked out, and then nobody is due
     */
    public FilterSql(LocalDate today, Optional<RfmScale> scale, Optional<KeptCycle> cycle) {
        this.today = today;
        this.scale = scale;
        this.cycle = cycle;
    }

    public SqlFragment of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return joined(and.parts(), " AND ");
        }
        if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " OR ");
        }
        if (filter instanceof Filter.Not not) {
            return negated(of(not.part()));
        }
        if (filter instanceof Filter.Compare compare) {
            boolean isUnequal = compare.comparison() == Comparison.UNEQUAL;
            String sign =
                    isUnequal ? Comparison.EQUAL.sign() : compare.comparison().sign();
            SqlFragment condition = on(compare.field(), SqlFragment.of(" " + sign + " ?", compare.value()));
            return isUnequal ? negated(condition) : condition;
        }
        if (filter instanceof Filter.In in) {
            return on(
                    in.field(), new SqlFragment(" IN (" + Sql.places(in.values().size()) + ")", in.values()));
        }
        if (filter instanceof Filter.Within within) {
            return on(within.field(), SqlFragment.of(" BETWEEN ? AND ?", today, today.plusDays(within.days())));
        }
        return bought((Filter.Bought) filter);
    }

    private SqlFragment joined(List<Filter> parts, String word) {
        return SqlFragment.of("(")
                .add(SqlFragment.join(word, parts.stream().map(this::of).toList()))
                .add(")");
    }

    private static SqlFragment negated(SqlFragment condition) {
        return SqlFragment.of("NOT COALESCE(").add(condition).add(", FALSE)");
    }

    /** @param meets what the field's value is compared with, to follow it */
    private SqlFragment on(FilterField field, SqlFragment meets) {
        return switch (field) {
            case TIER -> column("b.tier", meets);
            case R -> score(RfmScale.Dimension.R, meets);
            case F -> score(RfmScale.Dimension.F, meets);
            case M -> score(RfmScale.Dimension.M, meets);
            case DAYS_SINCE_LAST ->
                SqlFragment.of("DATEDIFF(?, b.last_day)", today).add(meets);
            case PURCHASE_DAYS -> column("b.purchase_days", meets);
            case SPEND -> column("b.net_spend", meets);
            case FIRST_DAY -> column("b.first_day", meets);
            case LAST_DAY -> column("b.last_day", meets);
            case DUE -> cycle.map(known -> known.dueDay().add(meets)).orElse(SqlFragment.of("FALSE"));
            case TAG -> within(FOLLOWER.formatted(TAGGED), column("t.tag", meets));
            case ACCOUNT -> within(FOLLOWER.formatted(ON_ACCOUNT), account(meets));
            case FOLLOWER -> within(FOLLOWER.formatted(""), column("f.status", meets));
            case ALIVE -> within(FORECAST, column("x.alive", meets));
            case PURCHASES_30 -> within(FORECAST, column("x.purchases30", meets));
            case PURCHASES_90 -> within(FORECAST, column("x.purchases90", meets));
            case EXPECTED_SPEND -> within(FORECAST, column("x.spend", meets));
            case NEXT_DAY -> within(FORECAST, column("x.next_day", meets));
        };
    }

    private static SqlFragment column(String column, SqlFragment meets) {
        return SqlFragment.of(column).add(meets);
    }

    private static SqlFragment within(String exists, SqlFragment condition) {
        return SqlFragment.of(exists).add(condition).add(")");
    }

    private SqlFragment score(RfmScale.Dimension dimension, SqlFragment meets) {
        return scale.map(known -> SqlFragment.of("(")
                        .add(known.score(dimension, "b"))
                        .add(")")
                        .add(meets))
                .orElse(SqlFragment.of("FALSE"));
    }

    /** By its name or its id. */
    private static SqlFragment account(SqlFragment meets) {
        return SqlFragment.of("(a.name COLLATE utf8mb4_bin")
                .add(meets)
                .add(" OR CAST(a.id AS CHAR) COLLATE utf8mb4_bin")
                .add(meets)
                .add(")");
    }

    private static SqlFragment bought(Filter.Bought bought) {
        return bought.isSku()
                ? within(BOUGHT, SqlFragment.of("l.sku COLLATE utf8mb4_bin = ?", bought.text()))
                : within(
                        BOUGHT,
                        SqlFragment.of(
                                "LOWER(l.title) COLLATE utf8mb4_bin LIKE LOWER(?) ESCAPE '!'",
                                '%' + bought.text().replaceAll("[!%_]", "!$0") + '%'));
    }
}
