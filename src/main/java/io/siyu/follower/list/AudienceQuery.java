package io.siyu.follower.list;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Finds the followers that a post is for: ADDED, not opted out, narrowed down by tiers, tags and accounts. */
@ApplicationScoped
public class AudienceQuery {
    private static final int PAGE = 1000;

    private final Sql sql;

    AudienceQuery(Sql sql) {
        this.sql = sql;
    }

    /** Somebody who can be reached. */
    public record Member(long followerId, long buyerId, long accountId, Tier tier) {}

    /**
     * Followers of any of the tiers, with any of the tags, on any of the accounts; an empty collection leaves that side
     * open.
     *
     * @param buyers what else holds for the buyer {@code b}
     */
    public record Target(
            long shopId,
            Collection<Tier> tiers,
            Collection<String> tags,
            Collection<Long> accountIds,
            SqlFragment buyers) {
        public Target(long shopId, Collection<Tier> tiers, Collection<String> tags, Collection<Long> accountIds) {
            this(shopId, tiers, tags, accountIds, SqlFragment.of("TRUE"));
        }

        private String conditions() {
            String conditions = " FROM follower f"
                    + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id AND b.opted_out = FALSE"
                    + " WHERE f.shop_id = ? AND f.status = 'ADDED' AND f.account_id IS NOT NULL";
            if (!tiers.isEmpty()) {
                conditions += " AND f.tier IN (" + Sql.places(tiers.size()) + ")";
            }
            if (!accountIds.isEmpty()) {
                conditions += " AND f.account_id IN (" + Sql.places(accountIds.size()) + ")";
            }
            if (!tags.isEmpty()) {
                conditions += " AND EXISTS (SELECT 1 FROM follower_tag t WHERE t.shop_id = f.shop_id"
                        + " AND t.follower_id = f.id AND t.tag IN (" + Sql.places(tags.size()) + "))";
            }
            return conditions + " AND " + buyers.text();
        }

        private List<Object> params() {
            List<Object> params = new ArrayList<>();
            params.add(shopId);
            params.addAll(tiers);
            params.addAll(accountIds);
            params.addAll(tags);
            params.addAll(buyers.params());
            return params;
        }
    }

    public long count(Target target) {
        return sql.first(
                        "SELECT COUNT(*) AS n" + target.conditions(),
                        row -> row.longAt("n"),
                        target.params().toArray())
                .orElse(0L);
    }

    /** The next ones behind a follower id, in the order of their ids. */
    public List<Member> listAfter(Target target, long afterFollowerId, int most) {
        List<Object> params = target.params();
        params.add(afterFollowerId);
        params.add(most);
        return sql.list(
                "SELECT f.id, f.buyer_id, f.account_id, f.tier" + target.conditions()
                        + " AND f.id > ? ORDER BY f.id LIMIT ?",
                row -> new Member(
                        row.longAt("id"),
                        row.longAt("buyer_id"),
                        row.longAt("account_id"),
                        row.enumAt("tier", Tier.class)),
                params.toArray());
    }

    /** All of them, read page by page: the reader may use the same transaction. */
    public void forEach(Target target, Consumer<Member> reader) {
        long after = 0;
        List<Member> page;
        do {
            page = listAfter(target, after, PAGE);
            page.forEach(reader);
            after = page.isEmpty() ? after : page.get(page.size() - 1).followerId();
        } while (page.size() == PAGE);
    }
}
