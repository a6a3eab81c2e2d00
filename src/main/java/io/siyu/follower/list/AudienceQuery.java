package io.siyu.follower.list;

import io.siyu.buyer.Tier;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the followers that a post is for: ADDED, not opted out, narrowed down by tiers, tags and accounts. */
@ApplicationScoped
public class AudienceQuery {
    private static final int PAGE = 1000;

    private final Sql sql;
    private final FollowerRanges ranges;

    AudienceQuery(Sql sql, FollowerRanges ranges) {
        this.sql = sql;
        this.ranges = ranges;
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
        /** The followers {@code f} and their buyers {@code b}, to follow the columns. */
        private SqlFragment found() {
            SqlFragment found = SqlFragment.of(
                    " FROM follower f"
                            + " JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id AND b.opted_out = FALSE"
                            + " WHERE f.shop_id = ? AND f.status = 'ADDED' AND f.account_id IS NOT NULL",
                    shopId);
            return found.add(among(" AND f.tier IN (:some)", tiers))
                    .add(among(" AND f.account_id IN (:some)", accountIds))
                    .add(among(
                            " AND EXISTS (SELECT 1 FROM follower_tag t WHERE t.shop_id = f.shop_id"
                                    + " AND t.follower_id = f.id AND t.tag IN (:some))",
                            tags))
                    .add(" AND ")
                    .add(buyers);
        }

        private static SqlFragment among(String condition, Collection<?> some) {
            return some.isEmpty() ? SqlFragment.EMPTY : SqlFragment.named(condition, Map.of("some", some));
        }
    }

    /** Range by range: of a large shop's followers all at once, a request would not wait for the answer. */
    public long count(Target target) {
        SqlFragment count =
                SqlFragment.of("SELECT COUNT(*) AS n").add(target.found()).add(" AND ");
        List<Long> counts = new ArrayList<>();
        ranges.forEach(
                target.shopId(), range -> counts.addAll(sql.list(count.add(range.of("f.id")), row -> row.longAt("n"))));
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The next ones behind a follower id, in the order of their ids. */
    List<Member> listAfter(Target target, long afterFollowerId, int most) {
        SqlFragment query = SqlFragment.of("SELECT f.id, f.buyer_id, f.account_id, f.tier")
                .add(target.found())
                .add(" AND f.id > ? ORDER BY f.id LIMIT ?", afterFollowerId, most);
        return sql.list(
                query,
                row -> new Member(
                        row.longAt("id"),
                        row.longAt("buyer_id"),
                        row.longAt("account_id"),
                        row.enumAt("tier", Tier.class)));
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
