package io.siyu.follower.person;

import io.siyu.buyer.person.BuyerErased;
import io.siyu.buyer.person.BuyerOptedOut;
import io.siyu.follower.FollowerChanges;
import io.siyu.follower.FollowerMoved;
import io.siyu.follower.FollowerStatus;
import io.siyu.follower.invitation.Invitations;
import io.siyu.follower.loss.FollowerLosses;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.List;

/** Makes the follower of who opted out OPTED_OUT, and forgets the one of who was erased. */
@ApplicationScoped
class FollowersOfPeople {
    /** Of the buyer's follower, also of one that went up in another when its buyer was merged. */
    private static final String OF_BUYER = " JOIN (SELECT id FROM follower WHERE shop_id = ? AND buyer_id = ?"
            + " UNION SELECT follower_id FROM follower_before_merge WHERE shop_id = ? AND buyer_id = ?) f"
            + " ON f.id = t.follower_id WHERE t.shop_id = ?";

    private final Sql sql;
    private final FollowerChanges changes;
    private final Invitations invitations;
    private final FollowerLosses losses;
    private final Event<FollowerMoved> moved;
    private final Clock clock;

    FollowersOfPeople(
            Sql sql,
            FollowerChanges changes,
            Invitations invitations,
            FollowerLosses losses,
            Event<FollowerMoved> moved,
            Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.invitations = invitations;
        this.losses = losses;
        this.moved = moved;
        this.clock = clock;
    }

    void onBuyerOptedOut(@Observes BuyerOptedOut event) {
        List<Long> buyer = List.of(event.buyerId());
        changes.around(event.shopId(), buyer, () -> optOut(event.shopId(), event.buyerId()));
    }

    void onBuyerErased(@Observes BuyerErased event) {
        changes.around(event.shopId(), event.buyerIds(), () -> forget(event));
    }

    private void forget(BuyerErased event) {
        long shopId = event.shopId();
        for (long buyer : event.buyerIds()) {
            optOut(shopId, buyer);
            sql.update("DELETE t FROM follower_tag_before_merge t" + OF_BUYER, shopId, buyer, shopId, buyer, shopId);
            sql.update("DELETE t FROM follower_tag t" + OF_BUYER, shopId, buyer, shopId, buyer, shopId);
            sql.update("DELETE FROM follower_before_merge WHERE shop_id = ? AND buyer_id = ?", shopId, buyer);
            sql.update("DELETE FROM follower WHERE shop_id = ? AND buyer_id = ?", shopId, buyer);
            // A follower has the id of its buyer.
            invitations.forget(shopId, buyer);
            losses.forget(shopId, buyer);
        }
    }

    private void optOut(long shopId, long buyerId) {
        List<Long> followers = sql.list(
                "SELECT id FROM follower WHERE shop_id = ? AND buyer_id = ? AND status <> 'OPTED_OUT' FOR UPDATE",
                row -> row.longAt("id"),
                shopId,
                buyerId);
        for (long follower : followers) {
            sql.update(
                    "UPDATE follower SET status = 'OPTED_OUT', updated_at = ?, version = version + 1"
                            + " WHERE shop_id = ? AND id = ?",
                    clock.instant(),
                    shopId,
                    follower);
            moved.fire(new FollowerMoved(shopId, follower, FollowerStatus.OPTED_OUT));
        }
    }
}
