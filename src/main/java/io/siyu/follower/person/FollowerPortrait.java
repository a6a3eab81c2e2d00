package io.siyu.follower.person;

import io.siyu.buyer.BuyerPortraitResponse;
import io.siyu.buyer.PortraitSection;
import io.siyu.follower.tag.FollowerTags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;

/** Adds to a buyer's portrait which account the buyer is on, and the tags. */
@ApplicationScoped
class FollowerPortrait implements PortraitSection {
    private final Sql sql;
    private final FollowerTags tags;

    FollowerPortrait(Sql sql, FollowerTags tags) {
        this.sql = sql;
        this.tags = tags;
    }

    @Override
    public BuyerPortraitResponse addTo(BuyerPortraitResponse portrait) {
        long shopId = portrait.shopId().value();
        return sql.first(
                        "SELECT f.id, f.status, f.account_id, a.name AS account_name, f.remark, f.added_at"
                                + " FROM follower f"
                                + " LEFT JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id"
                                + " WHERE f.shop_id = ? AND f.buyer_id = ?",
                        FollowerPortrait::read,
                        shopId,
                        portrait.buyer().id().value())
                .map(follower -> portrait.withFollower(
                        follower, tags(shopId, follower.id().value())))
                .orElse(portrait);
    }

    private List<String> tags(long shopId, long followerId) {
        return tags.of(shopId, List.of(followerId)).getOrDefault(followerId, List.of());
    }

    private static BuyerPortraitResponse.Follower read(ResultRow row) throws SQLException {
        return new BuyerPortraitResponse.Follower(
                Id.of(row.longAt("id")),
                row.textAt("status"),
                Id.ofNullable(row.nullableLongAt("account_id")),
                row.textAt("account_name"),
                row.textAt("remark"),
                row.instantAt("added_at"));
    }
}
