package io.siyu.retrospective;

import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.Attribution.Sold;
import io.siyu.retrospective.Attribution.SoldByScript;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.sales.SalesTally;
import io.siyu.retrospective.sales.SalesWindow;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.TaskFact;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says what people call those that sales are attributed to, the most sold first. */
@ApplicationScoped
class AttributionNames {
    private final Sql sql;

    AttributionNames(Sql sql) {
        this.sql = sql;
    }

    Attribution of(long shopId, SalesWindow window, SalesTally sales, List<TaskFact> tasks) {
        Map<Long, String> posts = new HashMap<>();
        Map<Long, String> scripts = new HashMap<>();
        tasks.forEach(task -> {
            note(posts, task.post());
            note(scripts, task.script());
        });
        Map<Long, String> accounts = new HashMap<>();
        sql.forEach(
                "SELECT a.id, a.name FROM account a WHERE a.shop_id = ?",
                row -> accounts.put(row.longAt("id"), row.textAt("name")),
                shopId);
        Map<Long, String> staff = new HashMap<>();
        sql.forEach(
                "SELECT s.id, s.display_name FROM staff s WHERE s.shop_id = ?",
                row -> staff.put(row.longAt("id"), row.textAt("display_name")),
                shopId);
        return new Attribution(
                window.days().stream().map(sales::on).toList(),
                sold(sales.byPost(), id -> Named.of(id, posts.get(id))),
                sales.byScript().entrySet().stream()
                        .map(one -> new SoldByScript(
                                Named.of(
                                        one.getKey().scriptId(),
                                        scripts.get(one.getKey().scriptId())),
                                one.getKey().version(),
                                one.getValue()))
                        .sorted(Comparator.comparing(
                                        (SoldByScript one) -> one.sales().net())
                                .reversed())
                        .toList(),
                sold(sales.byAccount(), id -> Named.of(id, accounts.get(id))),
                sold(sales.byTier(), Function.identity()),
                sold(sales.byStaff(), id -> Named.of(id, staff.get(id))));
    }

    private static void note(Map<Long, String> names, Named named) {
        if (named != null) {
            names.putIfAbsent(named.id().value(), named.name());
        }
    }

    private static <I, K> List<Sold<K>> sold(Map<I, Sales> sales, Function<I, K> named) {
        return sales.entrySet().stream()
                .map(one -> new Sold<>(named.apply(one.getKey()), one.getValue()))
                .sorted(Comparator.comparing((Sold<K> one) -> one.sales().net()).reversed())
                .toList();
    }
}
