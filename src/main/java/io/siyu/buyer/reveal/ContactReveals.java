package io.siyu.buyer.reveal;

import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;
import io.siyu.staff.StaffFence;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looked at whose contact, and the brake on it: nobody needs more of them within an hour than work takes. */
@ApplicationScoped
public class ContactReveals {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Sql sql;
    private final StaffFence fence;
    private final Caller caller;
    private final ContactConfig config;
    private final Clock clock;

    ContactReveals(Sql sql, StaffFence fence, Caller caller, ContactConfig config, Clock clock) {
        this.caller = caller;
        this.config = config;
        this.sql = sql;
        this.fence = fence;
        this.clock = clock;
    }

    /**
     * Keeps that the member, who makes the running request, sees a contact, if it is not one too many, in all the person's
     * shops together. To be called in a transaction, as its first write: of several at once by the same person each waits
     * for the one before, so that the number is exact.
     *
     * @throws io.siyu.platform.problem.ProblemException 429 that says when the next one is free
     */
    public void add(Member member, long buyerId, RevealKind kind) {
        fence.take(member.shopId(), member.staffId());
        Login person = caller.login();
        sql.update(
                "INSERT INTO contact_reveal_fence (issuer, subject, fence) VALUES (?, ?, 1)"
                        + " ON DUPLICATE KEY UPDATE fence = fence + 1",
                person.issuer(),
                person.subject());
        Instant now = clock.instant();
        requireBelow(RevealsPerHour.of(member.shop(), config.revealsPerHour()), person, now);
        sql.update(
                "INSERT INTO contact_reveal (shop_id, id, buyer_id, staff_id, revealed_at, kind, issuer, subject)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                member.shopId(),
                Id.nextValue(),
                buyerId,
                member.staffId(),
                now,
                kind,
                person.issuer(),
                person.subject());
    }

    /** The one that stands as many back as may be: while it is within the hour, there is no room. */
    private void requireBelow(int most, Login person, Instant now) {
        Optional<Instant> inTheWay = sql.first(
                nthLast(most),
                row -> row.instantAt("revealed_at"),
                person.issuer(),
                person.subject(),
                now.minus(WINDOW));
        inTheWay.ifPresent(at -> {
            throw ErrorCode.TOO_MANY_REQUESTS
                    .problem(language -> language == Language.CHINESE
                            ? "每人每小时最多查看 " + most + " 个联系方式。"
                            : "At most " + most + " contacts an hour are shown to one person.")
                    .retryAfter(Duration.between(now, at.plus(WINDOW)));
        });
    }

    /**
     * Newest first.
     *
     * @param staffId null for everybody
     * @param from the first day, null for the beginning
     * @param to the last day, null for the end
     */
    Page<ContactRevealResponse> list(Shop shop, Long staffId, LocalDate from, LocalDate to, PageRequest page) {
        SqlFragment condition = SqlFragment.of("r.shop_id = ?", shop.id());
        if (staffId != null) {
            condition = condition.add(" AND r.staff_id = ?", staffId);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        if (from != null) {
            condition = condition.add(
                    " AND r.revealed_at >= ?", from.atStartOfDay(shop.zone()).toInstant());
        }
        if (to != null) {
            condition = condition.add(
                    " AND r.revealed_at < ?",
                    to.plusDays(1).atStartOfDay(shop.zone()).toInstant());
        }
        condition = condition.add(page.cursor(2).map(ContactReveals::behind).orElse(SqlFragment.EMPTY));
        List<ContactRevealResponse> rows = sql.list(statement(condition, page.rowsToRead()), ContactReveals::reveal);
        return Page.of(rows, page.limit(), reveal -> Cursor.of(reveal.revealedAt(), reveal.id()));
    }

    static String nthLast(int n) {
        return "SELECT revealed_at FROM contact_reveal WHERE issuer = ? AND subject = ? AND revealed_at > ?"
                + " ORDER BY revealed_at DESC, id DESC LIMIT 1 OFFSET " + (n - 1);
    }

    static SqlFragment statement(SqlFragment condition, int rows) {
        return SqlFragment.of("SELECT r.*, s.display_name FROM contact_reveal r"
                        + " LEFT JOIN staff s ON s.shop_id = r.shop_id AND s.id = r.staff_id WHERE ")
                .add(condition)
                .add(" ORDER BY r.revealed_at DESC, r.id DESC LIMIT ?", rows);
    }

    private static SqlFragment behind(Cursor cursor) {
        return SqlFragment.named(
                " AND r.revealed_at <= :at AND (r.revealed_at < :at OR r.id < :id)",
                Map.of("at", cursor.instantAt(0), "id", cursor.longAt(1)));
    }

    private static ContactRevealResponse reveal(ResultRow row) throws SQLException {
        return new ContactRevealResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("buyer_id")),
                Id.of(row.longAt("staff_id")),
                row.textAt("display_name"),
                row.enumAt("kind", RevealKind.class),
                row.instantAt("revealed_at"));
    }
}
