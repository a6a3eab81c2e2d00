package io.siyu.staff;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.AccountPeople.Person;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Asks who could work for accounts; what follows of it says {@link AccountPeople}. */
@ApplicationScoped
public class AccountWorkers {
    private static final String PEOPLE = """
            SELECT a.id AS account_id,
                   o.id AS o_id, o.status AS o_status, o.roles AS o_roles, o.login_roles AS o_login_roles,
                   o.away_from AS o_from, o.away_until AS o_until, o.away_backup_staff_id AS o_backup,
                   b.id AS b_id, b.status AS b_status, b.roles AS b_roles, b.login_roles AS b_login_roles,
                   b.away_from AS b_from, b.away_until AS b_until, b.away_backup_staff_id AS b_backup,
                   s.id AS s_id, s.status AS s_status, s.roles AS s_roles, s.login_roles AS s_login_roles,
                   s.away_from AS s_from, s.away_until AS s_until, s.away_backup_staff_id AS s_backup
            FROM account a FORCE INDEX (PRIMARY)
            JOIN staff o FORCE INDEX (PRIMARY) ON o.shop_id = a.shop_id AND o.id = a.owner_staff_id
            LEFT JOIN staff b FORCE INDEX (PRIMARY) ON b.shop_id = a.shop_id AND b.id = a.backup_staff_id
            LEFT JOIN staff s FORCE INDEX (PRIMARY) ON s.shop_id = a.shop_id AND s.id = o.away_backup_staff_id
            WHERE a.shop_id = ? AND a.id IN (%s) ORDER BY a.id LOCK IN SHARE MODE
            """;

    private final Sql sql;

    AccountWorkers(Sql sql) {
        this.sql = sql;
    }

    /**
     * The people of these accounts, by account. Until the transaction ends none of them is put out or sent away and no
     * account gets another owner: otherwise somebody could be given work after all of theirs was moved. To be asked by
     * whatever gives work on an account, in the transaction in which it does.
     */
    public Map<Long, AccountPeople> lock(long shopId, Collection<Long> accountIds) {
        Map<Long, AccountPeople> people = new HashMap<>();
        for (List<Long> some : InLists.of(new TreeSet<>(accountIds))) {
            sql.list(PEOPLE.formatted(Sql.places(some.size())), AccountWorkers::people, InLists.params(some, shopId))
                    .forEach(of -> people.put(of.accountId(), of));
        }
        return people;
    }

    private static AccountPeople people(ResultRow row) throws SQLException {
        return new AccountPeople(row.longAt("account_id"), person(row, "o"), person(row, "b"), person(row, "s"));
    }

    private static Person person(ResultRow row, String as) throws SQLException {
        Long id = row.nullableLongAt(as + "_id");
        if (id == null) {
            return null;
        }
        RolesConverter roles = new RolesConverter();
        Absence absence = row.instantAt(as + "_from") == null
                ? null
                : new Absence(
                        row.instantAt(as + "_from"), row.instantAt(as + "_until"), row.nullableLongAt(as + "_backup"));
        return new Person(
                id,
                row.enumAt(as + "_status", StaffStatus.class),
                Staff.effectiveRoles(
                        roles.convertToEntityAttribute(row.textAt(as + "_roles")),
                        roles.convertToEntityAttribute(row.textAt(as + "_login_roles"))),
                absence);
    }
}
