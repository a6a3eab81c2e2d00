package io.siyu.follower;

import io.siyu.platform.sql.Sql;
import io.siyu.staff.Account;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many followers accounts can still take. The row that counts an account's day is locked first, so that of two who
 * give followers to one account at once the second sees what the first gave.
 */
@ApplicationScoped
public class AccountCapacity {
    private final Sql sql;

    AccountCapacity(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param capacityLeft how many more followers the account can hold
     * @param dailyLeft how many more it may be given on the day
     */
    public record Room(Account account, int capacityLeft, int dailyLeft) {
        public int left() {
            return Math.min(capacityLeft, dailyLeft);
        }
    }

    /** The accounts' capacity in the order of their ids; nobody else gives to them until the transaction ends. */
    public List<Room> lock(long shopId, Collection<Account> accounts, LocalDate day) {
        List<Account> sorted =
                accounts.stream().sorted(Comparator.comparingLong(Account::id)).toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        // One after the other in one order: two who lock several accounts never wait for each other in a circle.
        for (Account account : sorted) {
            sql.update(
                    "INSERT INTO account_add_day (shop_id, account_id, day, assigned) VALUES (?, ?, ?, 0)"
                            + " ON DUPLICATE KEY UPDATE assigned = assigned",
                    shopId,
                    account.id(),
                    day);
        }
        List<Long> ids = sorted.stream().map(Account::id).toList();
        Map<Long, Integer> assigned = counts(
                "SELECT account_id, assigned AS n FROM account_add_day FORCE INDEX (PRIMARY) WHERE shop_id = ? AND day = '"
                        + day + "' AND account_id IN (" + Sql.places(ids.size()) + ") FOR UPDATE",
                shopId,
                ids);
        Map<Long, Integer> load = counts(
                "SELECT account_id, COUNT(*) AS n FROM follower WHERE shop_id = ?"
                        + " AND status IN ('CANDIDATE', 'INVITED', 'ADDED') AND account_id IN ("
                        + Sql.places(ids.size()) + ") GROUP BY account_id",
                shopId,
                ids);
        return sorted.stream()
                .map(account -> new Room(
                        account,
                        Math.max(0, account.capacity() - load.getOrDefault(account.id(), 0)),
                        Math.max(0, account.dailyAddLimit() - assigned.getOrDefault(account.id(), 0))))
                .toList();
    }

    /** Writes down that an account whose row is locked was given so many. */
    public void count(long shopId, long accountId, LocalDate day, int given) {
        sql.update(
                "UPDATE account_add_day SET assigned = assigned + ? WHERE shop_id = ? AND account_id = ? AND day = ?",
                given,
                shopId,
                accountId,
                day);
    }

    private Map<Long, Integer> counts(String query, long shopId, List<Long> ids) {
        List<Object> params = new ArrayList<>(ids);
        params.add(0, shopId);
        Map<Long, Integer> counts = new HashMap<>();
        sql.list(query, row -> counts.put(row.longAt("account_id"), row.intAt("n")), params.toArray());
        return counts;
    }
}
