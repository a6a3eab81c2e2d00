package io.siyu.segment.filter;

import io.siyu.buyer.standing.ShopStanding;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;
import java.util.List;

/**
 * A filter as a condition on rows of the table {@code buyer b}. What a buyer does not have is never equal to, below or
 * above anything; SQL's third truth value is cut off wherever something is turned into its opposite.
 */
public final class FilterSql {
    /** An article that was taken out of its order, or sent back, stays in it with a quantity of 0. */
    private static final String BOUGHT = "FROM shop_order o"
            + " JOIN order_line l ON l.shop_id = o.shop_id AND l.order_id = o.id"
            + " WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id AND o.counted"
            + " AND (l.quantity IS NULL OR l.quantity > 0)";

    private final FilterField.AsOf asOf;

    public FilterSql(LocalDate today, ShopStanding standing) {
        this.asOf = new FilterField.AsOf(today, standing);
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
            return on(
                    within.field(),
                    SqlFragment.of(
                            " BETWEEN ? AND ?", asOf.today(), asOf.today().plusDays(within.days())));
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

    private SqlFragment on(FilterField field, SqlFragment compared) {
        return field.meaning().of(compared, asOf);
    }

    private static SqlFragment bought(Filter.Bought bought) {
        return bought.isSku()
                ? FilterField.among(BOUGHT, SqlFragment.of("l.sku COLLATE utf8mb4_bin = ?", bought.text()))
                : FilterField.among(
                        BOUGHT,
                        SqlFragment.of(
                                "LOWER(l.title) COLLATE utf8mb4_bin LIKE LOWER(?) ESCAPE '!'",
                                '%' + bought.text().replaceAll("[!%_]", "!$0") + '%'));
    }
}
