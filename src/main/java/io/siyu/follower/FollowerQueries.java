package io.siyu.follower;

import io.siyu.buyer.Tier;
import io.siyu.buyer.contact.MaskedPhone;
import io.siyu.follower.loss.FollowerLosses;
import io.siyu.follower.loss.FollowerLosses.Loss;
import io.siyu.follower.tag.FollowerTags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads followers for lists: each account is one range of one index, so that a page costs no more than its rows. */
@ApplicationScoped
public class FollowerQueries {
    private static final String POOL = "f.account_id IS NULL AND f.status = 'CANDIDATE'";

    private static final String OF_BUYER = " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id";

    private final Sql sql;
    private final FollowerTags tags;
    private final MaskedPhone phone;
    private final FollowerCounts counts;
    private final FollowerLosses losses;

    FollowerQueries(Sql sql, FollowerTags tags, MaskedPhone phone, FollowerCounts counts, FollowerLosses losses) {
        this.sql = sql;
        this.tags = tags;
        this.phone = phone;
        this.counts = counts;
        this.losses = losses;
    }

    /**
     * What to list.
     *
     * @param tier null for any
     * @param account null for any
     * @param status null for any
     * @param buyers what else holds for the buyer {@code b}; null for nothing
     */
    public record Filter(
            long shopId, FollowerSight.View view, Tier tier, Long account, FollowerStatus status, SqlFragment buyers) {
        /** The same for each status that it lets through: the indexes have the status before the id. */
        private List<Filter> byStatus() {
            return status != null
                    ? List.of(this)
                    : Arrays.stream(FollowerStatus.values())
                            .map(each -> new Filter(shopId, view, tier, account, each, buyers))
                            .toList();
        }

        /** The same as a condition on what is counted. */
        private SqlFragment counted() {
            if (account != null) {
                boolean isSeen = view.isWhole() || view.accountIds().contains(account);
                return isSeen ? SqlFragment.of("account_id = ?", account) : SqlFragment.of("FALSE");
            }
            List<SqlFragment> branches = new ArrayList<>();
            if (!view.isWhole()) {
                branches.add(SqlFragment.of("account_id = 0 AND status = 'CANDIDATE'"));
                view.accountIds().forEach(id -> branches.add(SqlFragment.of("account_id = ?", id)));
            }
            return branches.isEmpty() ? SqlFragment.of("TRUE") : SqlFragment.join(" OR ", branches);
        }

        /** Conditions of which a follower meets one at most. */
        private List<SqlFragment> branches() {
            if (account != null) {
                boolean isSeen = view.isWhole() || view.accountIds().contains(account);
                return isSeen ? List.of(SqlFragment.of("f.account_id = ?", account)) : List.of();
            }
            if (view.isWhole()) {
                return List.of(SqlFragment.of("TRUE"));
            }
            List<SqlFragment> branches = new ArrayList<>(List.of(SqlFragment.of(POOL)));
            view.accountIds().forEach(id -> branches.add(SqlFragment.of("f.account_id = ?", id)));
            return branches;
        }
    }

    public Map<Tier, Map<FollowerStatus, Long>> counts(Filter filter) {
        return counts.list(filter.shopId(), filter.counted());
    }

    public List<FollowerResponse> listAfter(Filter filter, long afterId, int rows) {
        List<SqlFragment> ranges = new ArrayList<>();
        for (Filter one : filter.byStatus()) {
            for (SqlFragment branch : one.branches()) {
                ranges.add(SqlFragment.of("SELECT u.id FROM (SELECT f.id FROM follower f")
                        .add(one.buyers() == null ? "" : OF_BUYER)
                        .add(where(one, branch))
                        .add(" AND f.id > ? ORDER BY f.id LIMIT ?) u", afterId, rows));
            }
        }
        if (ranges.isEmpty()) {
            return List.of();
        }
        SqlFragment query = SqlFragment.join(" UNION ALL ", ranges).add(" ORDER BY id LIMIT ?", rows);
        return listOf(filter.shopId(), sql.list(query, row -> row.longAt("id")));
    }

    Optional<FollowerResponse> find(long shopId, long id) {
        return listOf(shopId, List.of(id)).stream().findFirst();
    }

    private static SqlFragment where(Filter filter, SqlFragment branch) {
        SqlFragment where =
                SqlFragment.of(" WHERE f.shop_id = ? AND ", filter.shopId()).add(branch);
        if (filter.tier() != null) {
            where = where.add(" AND f.tier = ?", filter.tier());
        }
        if (filter.status() != null) {
            where = where.add(" AND f.status = ?", filter.status());
        }
        return filter.buyers() == null ? where : where.add(" AND ").add(filter.buyers());
    }

    private List<FollowerResponse> listOf(long shopId, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<String>> tagsById = tags.of(shopId, ids);
        Map<Long, Loss> lossById = losses.listLatest(shopId, ids);
        SqlFragment query = SqlFragment.named(
                "SELECT f.id, f.buyer_id, b.platform_id, b.phone_enc, f.account_id, f.status, f.tier, f.remark, b.last_day, "
                        + TierStandings.DUE_DAY + " AS due_day, b.purchase_days, b.net_spend, f.version FROM follower f"
                        + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                        + " LEFT JOIN tier_run r ON r.shop_id = f.shop_id"
                        + " WHERE f.shop_id = :shop AND f.id IN (:ids) ORDER BY f.id",
                Map.of("shop", shopId, "ids", ids));
        return sql.list(
                query,
                row -> response(
                        shopId,
                        row,
                        tagsById.getOrDefault(row.longAt("id"), List.of()),
                        lossById.get(row.longAt("id"))));
    }

    /** @param lastLoss null for who was never lost */
    private FollowerResponse response(long shopId, ResultRow row, List<String> tags, Loss lastLoss)
            throws SQLException {
        FollowerStatus status = row.enumAt("status", FollowerStatus.class);
        Loss loss = status == FollowerStatus.LOST ? lastLoss : null;
        return new FollowerResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("buyer_id")),
                row.textAt("platform_id"),
                phone.of(shopId, row.bytesAt("phone_enc")),
                Id.ofNullable(row.nullableLongAt("account_id")),
                status,
                row.enumAt("tier", Tier.class),
                row.textAt("remark"),
                tags,
                row.dayAt("last_day"),
                row.dayAt("due_day"),
                row.intAt("purchase_days"),
                row.decimalAt("net_spend").toPlainString(),
                loss == null ? null : loss.reason(),
                loss == null ? null : loss.day(),
                row.intAt("version"));
    }
}
