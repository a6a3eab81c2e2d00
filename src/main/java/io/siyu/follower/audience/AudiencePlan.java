package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.platform.sql.SqlFragment;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who a campaign's audience would be now, as SQL.
 *
 * @param who which followers {@code f} the campaign is for, whatever they are
 * @param buyers what else holds for their buyers {@code b}
 * @param standing of such a follower {@code m}: INCLUDED, HELD_OUT or the reason why he is left out
 */
record AudiencePlan(
        Campaign campaign, List<PrivateSlot> slots, SqlFragment who, SqlFragment buyers, SqlFragment standing) {
    /** How a standing is stored. */
    static final String STATE = "IF(l.standing IN ('INCLUDED', 'HELD_OUT'), l.standing, 'LEFT_OUT')";

    static final String REASON = "IF(l.standing IN ('INCLUDED', 'HELD_OUT'), NULL, l.standing)";

    private static final String FOLLOWERS = " FROM (SELECT f.shop_id, f.id AS follower_id, f.buyer_id, f.account_id,"
            + " f.tier, f.status FROM follower f WHERE f.shop_id = ?";

    private static final String BUYERS = ") m JOIN buyer b ON b.shop_id = m.shop_id AND b.id = m.buyer_id WHERE ";

    /**
     * Those with ids in a range, with their standing, and with which post they would get of each slot as {@code s0}, {@code
     * s1} …
     *
     * @param range of the follower {@code f}
     */
    SqlFragment withPosts(SqlFragment range) {
        return select(SqlFragment.join(
                        "",
                        IntStream.range(0, slots.size())
                                .mapToObj(i -> SqlFragment.of(", ")
                                        .add(slots.get(i).post())
                                        .add(" AS s" + i))
                                .toList()))
                .add(from(SqlFragment.of(" AND ").add(range)));
    }

    /** Those with ids in a range, with their standing. @param range of the follower {@code f} */
    SqlFragment among(SqlFragment range) {
        return select(SqlFragment.EMPTY).add(from(SqlFragment.of(" AND ").add(range)));
    }

    private SqlFragment select(SqlFragment more) {
        return SqlFragment.of("SELECT m.follower_id, m.buyer_id, m.account_id, m.tier, ")
                .add(standing)
                .add(" AS standing")
                .add(more);
    }

    private SqlFragment from(SqlFragment range) {
        return SqlFragment.of(FOLLOWERS, campaign.shopId())
                .add(who)
                .add(range)
                .add(BUYERS)
                .add(buyers);
    }
}
