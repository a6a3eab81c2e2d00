package io.siyu.staff.caller;

import io.siyu.platform.security.Login;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.RolesConverter;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are in their shops now, for who stays connected after the request that let them in: all of a replica are
 * judged by one look at the database.
 */
@ApplicationScoped
public class Standings {
    private static final int PEOPLE_A_STATEMENT = 200;
    private static final RolesConverter ROLES = new RolesConverter();

    private final Caller caller;
    private final Sql sql;

    Standings(Caller caller, Sql sql) {
        this.caller = caller;
        this.sql = sql;
    }

    private record PersonInShop(String issuer, String subject, Standing standing) {}

    /** Of whoever makes the running request, by shop; invitations are taken here. */
    public Map<Long, Standing> ofCaller() {
        return caller.members().stream().map(Standing::of).collect(Collectors.toMap(Standing::shopId, s -> s));
    }

    /** Of each of these, by shop; empty for who has no shop left. */
    public Map<Credentials, Map<Long, Standing>> of(Collection<Credentials> people) {
        List<Login> logins = people.stream().map(Credentials::login).distinct().toList();
        List<PersonInShop> rows = new ArrayList<>();
        for (int from = 0; from < logins.size(); from += PEOPLE_A_STATEMENT) {
            rows.addAll(read(logins.subList(from, Math.min(from + PEOPLE_A_STATEMENT, logins.size()))));
        }
        Map<Credentials, Map<Long, Standing>> standings = new HashMap<>();
        for (Credentials person : people) {
            standings.put(person, among(rows, person));
        }
        return standings;
    }

    /** Whether somebody who was let in is still all that in that shop. */
    public boolean isKept(Credentials person, Standing standing) {
        return standing.isKeptBy(of(List.of(person)).get(person).get(standing.shopId()));
    }

    private static Map<Long, Standing> among(List<PersonInShop> rows, Credentials person) {
        return rows.stream()
                .filter(row -> person.login().isSamePersonAs(row.issuer(), row.subject()))
                .map(row -> narrowed(row.standing(), person.roles()))
                .filter(standing -> !standing.roles().isEmpty())
                .collect(Collectors.toMap(Standing::shopId, standing -> standing));
    }

    private static Standing narrowed(Standing standing, Set<String> roles) {
        return new Standing(
                standing.shopId(),
                standing.staffId(),
                standing.roles().stream().filter(roles::contains).collect(Collectors.toUnmodifiableSet()));
    }

    private List<PersonInShop> read(List<Login> logins) {
        List<Object> params = new ArrayList<>();
        logins.forEach(login -> params.addAll(List.of(login.issuer(), login.subject())));
        return sql.list(
                "SELECT m.issuer, m.subject, m.shop_id, m.staff_id, s.roles FROM membership m"
                        + " JOIN staff s ON s.shop_id = m.shop_id AND s.id = m.staff_id AND s.status = 'ACTIVE'"
                        + " WHERE (m.issuer, m.subject) IN ("
                        + String.join(",", Collections.nCopies(logins.size(), "(?,?)")) + ")",
                Standings::row,
                params.toArray());
    }

    private static PersonInShop row(ResultRow row) throws SQLException {
        return new PersonInShop(
                row.textAt("issuer"),
                row.textAt("subject"),
                new Standing(
                        row.longAt("shop_id"),
                        row.longAt("staff_id"),
                        ROLES.convertToEntityAttribute(row.textAt("roles"))));
    }
}
