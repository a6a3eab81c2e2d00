package io.siyu.follower.contact;

import io.siyu.content.PostKind;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what went out, by ranges of the ledger's indexes. */
@ApplicationScoped
class ContactHistory {
    static final String OF_FOLLOWERS = "SELECT follower_id, task_id, at, day, staff_id FROM contact"
            + " WHERE shop_id = ? AND day BETWEEN ? AND ? AND follower_id IN (%s)";

    static final String OF_ACCOUNT = "SELECT task_id, at, day, staff_id FROM contact"
            + " WHERE shop_id = ? AND account_id = ? AND day BETWEEN ? AND ? AND kind = ?";

    private final Sql sql;

    ContactHistory(Sql sql) {
        this.sql = sql;
    }

    /** Private messages of some days by follower. */
    Map<Long, List<PastContact>> ofFollowers(long shopId, Collection<Long> followers, LocalDate from, LocalDate to) {
        Map<Long, List<PastContact>> contacts = new HashMap<>();
        for (List<Long> some : InLists.of(followers)) {
            sql.forEach(
                    OF_FOLLOWERS.formatted(Sql.places(some.size())),
                    row -> contacts.computeIfAbsent(row.longAt("follower_id"), follower -> new ArrayList<>())
                            .add(new PastContact(
                                    row.longAt("task_id"),
                                    row.instantAt("at"),
                                    row.dayAt("day"),
                                    row.longAt("staff_id"))),
                    InLists.params(some, shopId, from, to));
        }
        return contacts;
    }

    List<PastContact> momentsOf(long shopId, long accountId, LocalDate from, LocalDate to) {
        return sql.list(
                OF_ACCOUNT,
                row -> new PastContact(
                        row.longAt("task_id"), row.instantAt("at"), row.dayAt("day"), row.longAt("staff_id")),
                shopId,
                accountId,
                from,
                to,
                PostKind.MOMENT);
    }
}
