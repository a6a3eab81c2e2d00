package io.siyu.staff;

import io.siyu.platform.security.Login;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** In which shops a person works, and into which a name is invited. Both are asked on every request, in one question. */
@ApplicationScoped
public class MembershipRepository {
    private final Sql sql;

    MembershipRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param isInvitation a place that the name, not yet the person, has */
    public record Place(long shopId, long staffId, boolean isInvitation) {}

    /**
     * The places of a person and of the person's name, by shop. The databases take some unequal texts for equal, such as
     * those with blanks at the end; here they are not.
     */
    public List<Place> listOf(Login login) {
        return sql
                .list(
                        "SELECT shop_id, staff_id, issuer, subject, NULL AS username FROM membership"
                                + " WHERE issuer = ? AND subject = ?"
                                + " UNION ALL SELECT shop_id, staff_id, NULL, NULL, username FROM staff_invitation"
                                + " WHERE username = ? ORDER BY shop_id",
                        row -> new Found(place(row), isOf(row, login)),
                        login.issuer(),
                        login.subject(),
                        Username.ofLogin(login))
                .stream()
                .filter(Found::isReally)
                .map(Found::place)
                .toList();
    }

    private record Found(Place place, boolean isReally) {}

    private static Place place(ResultRow row) throws SQLException {
        return new Place(row.longAt("shop_id"), row.longAt("staff_id"), row.textAt("username") != null);
    }

    private static boolean isOf(ResultRow row, Login login) throws SQLException {
        String invited = row.textAt("username");
        return invited == null
                ? login.isSamePersonAs(row.textAt("issuer"), row.textAt("subject"))
                : invited.equals(Username.ofLogin(login));
    }

    /** The places of a person that know other roles of the login, from no newer token; without invitations. */
    public List<Place> listSeenOtherwise(SeenLogin seen) {
        return sql.list(
                "SELECT m.shop_id, m.staff_id, NULL AS username FROM membership m"
                        + " JOIN staff s ON s.shop_id = m.shop_id AND s.id = m.staff_id"
                        + " WHERE m.issuer = ? AND m.subject = ? AND (s.login_roles IS NULL OR s.login_roles <> ?)"
                        + " AND (s.login_seen_at IS NULL OR s.login_seen_at <= ?) ORDER BY m.shop_id",
                MembershipRepository::place,
                seen.login().issuer(),
                seen.login().subject(),
                new RolesConverter().convertToDatabaseColumn(seen.roles()),
                seen.issuedAt());
    }

    public void invite(Staff staff) {
        sql.update(
                "INSERT INTO staff_invitation (username, shop_id, staff_id) VALUES (?, ?, ?)",
                staff.username(),
                staff.shopId(),
                staff.id());
    }

    /** @return whether there was an invitation to take back */
    public boolean withdraw(String username, long shopId, long staffId) {
        return sql.update(
                        "DELETE FROM staff_invitation WHERE username = ? AND shop_id = ? AND staff_id = ?",
                        username,
                        shopId,
                        staffId)
                == 1;
    }

    public void add(Login login, long shopId, long staffId) {
        add(login.issuer(), login.subject(), shopId, staffId);
    }

    public void add(String issuer, String subject, long shopId, long staffId) {
        sql.update(
                "INSERT INTO membership (issuer, subject, shop_id, staff_id) VALUES (?, ?, ?, ?)",
                issuer,
                subject,
                shopId,
                staffId);
    }

    public void remove(Staff staff) {
        sql.update(
                "DELETE FROM membership WHERE issuer = ? AND subject = ? AND shop_id = ? AND staff_id = ?",
                staff.issuer(),
                staff.subject(),
                staff.shopId(),
                staff.id());
    }

    /** Whether the person is a member of the shop, as whomever. */
    public boolean isMember(Staff staff) {
        return staff.isKnown()
                && !sql.list(
                                "SELECT staff_id FROM membership WHERE issuer = ? AND subject = ? AND shop_id = ?",
                                row -> row.longAt("staff_id"),
                                staff.issuer(),
                                staff.subject(),
                                staff.shopId())
                        .isEmpty();
    }

    /** Whether an admin of the shop has put this person out, for now. */
    public boolean isDeactivated(Login login, long shopId) {
        return sql.list(
                        "SELECT issuer, subject FROM staff WHERE shop_id = ? AND status = ? AND issuer = ? AND subject = ?",
                        row -> login.isSamePersonAs(row.textAt("issuer"), row.textAt("subject")),
                        shopId,
                        StaffStatus.INACTIVE,
                        login.issuer(),
                        login.subject())
                .contains(true);
    }

    /** Makes who was invited the person that came. */
    public boolean bind(Login login, long shopId, long staffId, Instant now) {
        return sql.update(
                        "UPDATE staff SET issuer = ?, subject = ?, status = 'ACTIVE', joined_at = ?,"
                                + " version = version + 1 WHERE shop_id = ? AND id = ? AND status = 'INVITED'",
                        login.issuer(),
                        login.subject(),
                        now,
                        shopId,
                        staffId)
                == 1;
    }
}
