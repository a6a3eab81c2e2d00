package io.siyu.order;

import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the person ordered: a thing can be made for somebody and bear the name. The goods of others' orders are named by the
 * shop.
 */
@ApplicationScoped
class SearchedOrderLines implements SearchedPlace {
    private static final int ORDERS_A_STEP = 200;

    private final Sql sql;

    SearchedOrderLines(Sql sql) {
        this.sql = sql;
    }

    private record Line(long orderId, int no, String title, String sku) {}

    @Override
    public String name() {
        return "order_line";
    }

    @Override
    public Set<String> columns() {
        return Set.of("order_line.title", "order_line.sku");
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        List<Long> buyers = List.copyOf(words.buyers());
        List<Object> params = new ArrayList<>(List.of(shopId, after == null ? 0L : Long.parseLong(after)));
        params.addAll(buyers);
        params.add(ORDERS_A_STEP);
        List<Long> orders = sql.list(
                "SELECT id FROM shop_order WHERE shop_id = ? AND id > ? AND buyer_id IN (" + Sql.places(buyers.size())
                        + ") ORDER BY id LIMIT ?",
                row -> row.longAt("id"),
                params.toArray());
        int found = 0;
        for (List<Long> some : InLists.of(orders)) {
            for (Line line : linesOf(shopId, some)) {
                found += blank(shopId, line, words) ? 1 : 0;
            }
        }
        return new Step(
                orders.size() < ORDERS_A_STEP
                        ? null
                        : orders.get(orders.size() - 1).toString(),
                orders.size(),
                found);
    }

    private List<Line> linesOf(long shopId, List<Long> orders) {
        return sql.list(
                "SELECT order_id, line_no, title, sku FROM order_line WHERE shop_id = ? AND order_id IN ("
                        + Sql.places(orders.size()) + ")",
                row -> new Line(row.longAt("order_id"), row.intAt("line_no"), row.textAt("title"), row.textAt("sku")),
                InLists.params(orders, shopId));
    }

    /** A short name in a title is more often a word: 红茶. */
    private boolean blank(long shopId, Line line, PersonWords words) {
        if (Stream.of(line.title(), line.sku())
                .allMatch(text -> text == null || words.blank(text, false).equals(text))) {
            return false;
        }
        return sql.update(
                        "UPDATE order_line SET title = LEFT(?, 500), sku = LEFT(?, 100) WHERE shop_id = ? AND order_id = ?"
                                + " AND line_no = ?",
                        words.blank(line.title(), false),
                        words.blank(line.sku(), false),
                        shopId,
                        line.orderId(),
                        line.no())
                == 1;
    }
}
