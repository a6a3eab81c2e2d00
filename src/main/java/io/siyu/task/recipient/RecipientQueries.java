package io.siyu.task.recipient;

import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.follower.contact.ContactLimitChecks;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.follower.copy.FollowerValues;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Recipients as clients see them: whoever must not be written to now has no text to copy. */
@ApplicationScoped
public class RecipientQueries {
    static final String RECIPIENTS = "SELECT r.*, t.copy_text, f.status AS follower_status, f.remark, b.platform_id"
            + " FROM task_recipient r"
            + " JOIN task t ON t.shop_id = r.shop_id AND t.id = r.task_id"
            + " LEFT JOIN follower f ON f.shop_id = r.shop_id AND f.id = r.follower_id"
            + " LEFT JOIN buyer b ON b.shop_id = r.shop_id AND b.id = r.buyer_id"
            + " WHERE r.shop_id = ? AND r.task_id = ?";

    private final Sql sql;
    private final ContactLimitChecks checks;
    private final FollowerValues values;
    private final Clock clock;

    RecipientQueries(Sql sql, ContactLimitChecks checks, FollowerValues values, Clock clock) {
        this.sql = sql;
        this.values = values;
        this.checks = checks;
        this.clock = clock;
    }

    public Page<RecipientResponse> list(Shop shop, long taskId, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        return Page.of(
                read(
                        shop,
                        " AND r.follower_id > ? ORDER BY r.follower_id LIMIT ?",
                        shop.id(),
                        taskId,
                        after,
                        page.rowsToRead()),
                page.limit(),
                r -> Cursor.of(r.followerId()));
    }

    RecipientResponse get(Shop shop, long taskId, long followerId) {
        return read(shop, " AND r.follower_id = ?", shop.id(), taskId, followerId).stream()
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("This follower is no recipient of the task."));
    }

    private List<RecipientResponse> read(Shop shop, String condition, Object... params) {
        List<Listed> recipients = sql.list(RECIPIENTS + condition, RecipientQueries::listed, params);
        List<Long> open =
                recipients.stream().filter(Listed::mayBeBlocked).map(Listed::id).toList();
        Map<Long, ReachedLimit> blocked = checks.blocked(shop, open, clock.instant());
        return filledIn(
                shop,
                recipients.stream()
                        .map(listed -> blocked.containsKey(listed.id())
                                ? listed.recipient().blockedBy(blocked.get(listed.id()))
                                : listed.recipient())
                        .toList());
    }

    /** With what is known of each, where the copy says more of them than their name. */
    private List<RecipientResponse> filledIn(Shop shop, List<RecipientResponse> rows) {
        List<Long> open = rows.stream()
                .filter(row -> row.copy() != null
                        && !new CopyText(row.copy()).variables().isEmpty())
                .map(row -> row.followerId().value())
                .toList();
        if (open.isEmpty()) {
            return rows;
        }
        Map<Long, Map<CopyVariable, String>> byFollower = values.of(shop.id(), open, shop.today(clock));
        return rows.stream()
                .map(row -> row.copy() == null
                        ? row
                        : row.reading(new CopyText(row.copy())
                                .render(byFollower.getOrDefault(row.followerId().value(), Map.of()))))
                .toList();
    }

    /** @param mayBeBlocked whether there is a message to be sent yet, or the follower is not to be written to at all */
    private record Listed(RecipientResponse recipient, boolean mayBeBlocked) {
        long id() {
            return recipient.followerId().value();
        }
    }

    private static Listed listed(ResultRow row) throws SQLException {
        RecipientRow stored = RecipientRow.read(row);
        String remark = row.textAt("remark");
        String nickname = remark == null || remark.isBlank() ? CopyVariable.NO_NAME : remark.strip();
        String copy = new CopyText(row.textAt("copy_text"))
                .render(Map.of(CopyVariable.NICKNAME, nickname, CopyVariable.BUYER, nickname));
        String follower = row.textAt("follower_status");
        // Somebody can opt out while the task is being worked on: the very next look must show it.
        boolean isGone = !"ADDED".equals(follower);
        boolean isSkipped = stored.state() == RecipientState.PENDING && isGone;
        boolean optedOut = "OPTED_OUT".equals(follower);
        RecipientResponse recipient = new RecipientResponse(
                Id.of(stored.followerId()),
                Id.of(stored.buyerId()),
                row.textAt("platform_id"),
                remark,
                row.textAt("tier"),
                isSkipped ? RecipientState.SKIPPED : stored.state(),
                stored.outcome(),
                isSkipped ? follower : stored.note(),
                stored.at(),
                optedOut || isSkipped ? null : copy,
                null);
        return new Listed(recipient, optedOut || recipient.state() == RecipientState.PENDING);
    }
}
