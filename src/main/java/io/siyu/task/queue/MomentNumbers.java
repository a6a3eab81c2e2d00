package io.siyu.task.queue;

import io.siyu.campaign.post.MomentNumber;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.ShopRepository;
import io.siyu.task.TaskKind;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of its account's moments of the day a task is: one statement for all tasks of a page. */
@ApplicationScoped
class MomentNumbers {
    /** What lapsed before it was due is no longer wanted; what lapsed later was planned, and missed. */
    private static final String PLANNED =
            "SELECT id, account_id, opens_at FROM task WHERE shop_id = :shop AND kind = 'MOMENT'"
                    + " AND (status <> 'EXPIRED' OR closed_at >= due_at) AND (";

    private static final String OF_DAY = "opens_at >= :from AND opens_at < :to AND account_id IN (:accounts)";

    private final Sql sql;
    private final ShopRepository shops;

    MomentNumbers(Sql sql, ShopRepository shops) {
        this.sql = sql;
        this.shops = shops;
    }

    /** By task id; nothing for a task that is no moment of an account. */
    Map<Id, MomentNumber> of(Id shop, List<TaskResponse> tasks) {
        List<TaskResponse> moments = tasks.stream()
                .filter(task -> task.kind() == TaskKind.MOMENT && task.account() != null)
                .toList();
        if (moments.isEmpty()) {
            return Map.of();
        }
        ZoneId zone = shops.findById(shop.value()).zone();
        Map<AccountDay, List<Long>> days = new HashMap<>();
        sql.list(planned(shop, accountsByDay(moments, zone), zone), row -> days.computeIfAbsent(
                        AccountDay.of(row.longAt("account_id"), row.instantAt("opens_at"), zone),
                        day -> new ArrayList<>())
                .add(row.longAt("id")));
        Map<Id, MomentNumber> numbers = new HashMap<>();
        days.values()
                .forEach(day -> MomentNumber.ofDay(day).forEach((task, number) -> numbers.put(Id.of(task), number)));
        return numbers;
    }

    private static Map<LocalDate, Set<Long>> accountsByDay(List<TaskResponse> moments, ZoneId zone) {
        return moments.stream()
                .map(task -> AccountDay.of(task.account().id().value(), task.opensAt(), zone))
                .collect(Collectors.groupingBy(
                        AccountDay::day, Collectors.mapping(AccountDay::account, Collectors.toSet())));
    }

    static SqlFragment planned(Id shop, Map<LocalDate, Set<Long>> accounts, ZoneId zone) {
        List<SqlFragment> days = new ArrayList<>();
        accounts.forEach((day, some) -> days.add(SqlFragment.named(
                OF_DAY,
                Map.of(
                        "from", day.atStartOfDay(zone).toInstant(),
                        "to", day.plusDays(1).atStartOfDay(zone).toInstant(),
                        "accounts", some))));
        return SqlFragment.named(PLANNED, Map.of("shop", shop.value()))
                .add(SqlFragment.join(" OR ", days))
                .add(") ORDER BY opens_at, id");
    }

    private record AccountDay(long account, LocalDate day) {
        static AccountDay of(long account, Instant at, ZoneId zone) {
            return new AccountDay(account, LocalDate.ofInstant(at, zone));
        }
    }
}
