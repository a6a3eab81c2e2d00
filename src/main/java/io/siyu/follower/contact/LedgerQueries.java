package io.siyu.follower.contact;

import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads the ledger as people see it, newest first. */
@ApplicationScoped
class LedgerQueries {
    static final String CONTACTS = "SELECT c.*, a.name AS account_name, s.display_name AS staff_name,"
            + " k.name AS campaign_name FROM contact c"
            + " LEFT JOIN account a ON a.shop_id = c.shop_id AND a.id = c.account_id"
            + " LEFT JOIN staff s ON s.shop_id = c.shop_id AND s.id = c.staff_id"
            + " LEFT JOIN campaign k ON k.shop_id = c.shop_id AND k.id = c.campaign_id"
            + " WHERE c.shop_id = ? AND c.follower_id = ?";

    static final String BREACHES = "SELECT b.*, a.name AS account_name, s.display_name AS staff_name"
            + " FROM contact_breach b"
            + " LEFT JOIN account a ON a.shop_id = b.shop_id AND a.id = b.account_id"
            + " LEFT JOIN staff s ON s.shop_id = b.shop_id AND s.id = b.staff_id"
            + " WHERE b.shop_id = ?";

    private final Sql sql;

    LedgerQueries(Sql sql) {
        this.sql = sql;
    }

    Page<FollowerContactResponse> contacts(long shopId, long followerId, PageRequest page) {
        SqlFragment query = SqlFragment.of(CONTACTS, shopId, followerId)
                .add(page.cursor(3)
                        .map(c -> SqlFragment.named(
                                " AND c.day <= :day AND (c.day < :day OR c.at < :at OR (c.at = :at AND c.id < :id))",
                                Map.of("day", c.dayAt(0), "at", c.instantAt(1), "id", c.longAt(2))))
                        .orElse(SqlFragment.EMPTY))
                .add(" ORDER BY c.day DESC, c.at DESC, c.id DESC LIMIT ?", page.rowsToRead());
        List<FollowerContactResponse> rows = sql.list(query, LedgerQueries::contact);
        return Page.of(rows, page.limit(), contact -> Cursor.of(contact.day(), contact.at(), contact.id()));
    }

    /**
     * @param from the first day, null for the beginning
     * @param to the last day, null for the end
     */
    Page<BreachResponse> breaches(Shop shop, LocalDate from, LocalDate to, PageRequest page) {
        SqlFragment query = SqlFragment.of(BREACHES, shop.id());
        if (from != null) {
            query = query.add(" AND b.at >= ?", from.atStartOfDay(shop.zone()).toInstant());
        }
        if (to != null) {
            query = query.add(
                    " AND b.at < ?", to.plusDays(1).atStartOfDay(shop.zone()).toInstant());
        }
        query = query.add(page.cursor(2)
                        .map(c -> SqlFragment.named(
                                " AND b.at <= :at AND (b.at < :at OR b.id < :id)",
                                Map.of("at", c.instantAt(0), "id", c.longAt(1))))
                        .orElse(SqlFragment.EMPTY))
                .add(" ORDER BY b.at DESC, b.id DESC LIMIT ?", page.rowsToRead());
        List<BreachResponse> rows = sql.list(query, LedgerQueries::breach);
        return Page.of(rows, page.limit(), breach -> Cursor.of(breach.at(), breach.id()));
    }

    private static FollowerContactResponse contact(ResultRow row) throws SQLException {
        return new FollowerContactResponse(
                Id.of(row.longAt("id")),
                row.enumAt("kind", PostKind.class),
                row.instantAt("at"),
                row.dayAt("day"),
                Id.of(row.longAt("task_id")),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.textAt("account_name"),
                Id.of(row.longAt("staff_id")),
                row.textAt("staff_name"),
                Id.ofNullable(row.nullableLongAt("campaign_id")),
                row.textAt("campaign_name"),
                Id.ofNullable(row.nullableLongAt("post_id")),
                Id.ofNullable(row.nullableLongAt("script_id")),
                row.nullableIntAt("script_version"),
                row.textAt("variant"),
                row.instantAt("recorded_at"));
    }

    private static BreachResponse breach(ResultRow row) throws SQLException {
        long sentTo = row.longAt("sent_to");
        return new BreachResponse(
                Id.of(row.longAt("id")),
                row.enumAt("broken", ContactRule.class),
                row.intAt("allowed"),
                row.intAt("counted"),
                row.instantAt("at"),
                Id.of(row.longAt("task_id")),
                sentTo == Contact.EVERYBODY ? null : Id.of(sentTo),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.textAt("account_name"),
                Id.of(row.longAt("staff_id")),
                row.textAt("staff_name"),
                Id.ofNullable(row.nullableLongAt("campaign_id")),
                row.instantAt("recorded_at"));
    }
}
