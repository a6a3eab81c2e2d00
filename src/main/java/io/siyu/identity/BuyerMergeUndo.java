package io.siyu.identity;

import io.siyu.buyer.BuyerMergeUndone;
import io.siyu.order.write.BuyerMerges;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives back what a merge moved. What came after the merge stays with the kept buyer: orders, keys, a newer contact, and
 * an opt-out, which then holds for both.
 */
@ApplicationScoped
class BuyerMergeUndo {
    private static final String GIVE_BACK_ORDERS = "UPDATE buyer_merge_order p"
            + " JOIN shop_order o ON o.shop_id = p.shop_id AND o.id = p.order_id"
            + " SET o.buyer_id = ?, o.updated_at = ?, o.version = o.version + 1"
            + " WHERE p.shop_id = ? AND p.merge_id = ? AND o.buyer_id = ?";

    /** So that the next export that holds such an order asks its keys again whose it is, though it changed nothing. */
    private static final String FORGET_CONTENT =
            "UPDATE shop_order SET content_hash = ?" + " WHERE shop_id = ? AND buyer_id = ? AND updated_at >= ?";

    private static final String GIVE_BACK_KEYS = "UPDATE buyer_merge_key p JOIN buyer_identity i"
            + " ON i.shop_id = p.shop_id AND i.kind = p.kind AND i.key_hash = p.key_hash"
            + " SET i.buyer_id = ? WHERE p.shop_id = ? AND p.merge_id = ? AND i.buyer_id = ?";

    private static final String UNCHANGED_SINCE =
            "k.contact_at <=> IF(g.contact_at IS NOT NULL AND (m.contact_at IS NULL OR g.contact_at > m.contact_at),"
                    + " g.contact_at, m.contact_at)";

    /** Field by field: what orders have said since stays, and what came of the merge goes. */
    private static final String GIVE_BACK_CONTACT = "UPDATE buyer_merge m"
            + " JOIN buyer k ON k.shop_id = m.shop_id AND k.id = m.kept_id"
            + " JOIN buyer g ON g.shop_id = m.shop_id AND g.id = m.gone_id SET "
            + Stream.of("name_enc", "phone_enc", "email_enc", "address_enc")
                    .map(column ->
                            "k.%1$s = IF(k.%1$s <=> %2$s, m.%1$s, k.%1$s)".formatted(column, BuyerMerges.newer(column)))
                    .collect(Collectors.joining(", "))
            + " WHERE m.shop_id = ? AND m.id = ?";

    private static final String GIVE_BACK_CONTACT_TIME = "UPDATE buyer_merge m"
            + " JOIN buyer k ON k.shop_id = m.shop_id AND k.id = m.kept_id"
            + " JOIN buyer g ON g.shop_id = m.shop_id AND g.id = m.gone_id SET"
            + " k.contact_hash = m.contact_hash, k.contact_at = m.contact_at"
            + " WHERE m.shop_id = ? AND m.id = ? AND " + UNCHANGED_SINCE;

    private static final String OPTED_OUT_SINCE = "EXISTS (SELECT 1 FROM buyer_privacy_event e"
            + " WHERE e.shop_id = m.shop_id AND e.buyer_id = m.kept_id AND e.kind = 'OPT_OUT' AND e.at >= m.made_at)";

    private static final String PART = "UPDATE buyer_merge m"
            + " JOIN buyer k ON k.shop_id = m.shop_id AND k.id = m.kept_id"
            + " JOIN buyer g ON g.shop_id = m.shop_id AND g.id = m.gone_id SET"
            + " k.platform_id = IF(k.platform_id <=> g.platform_id, m.kept_platform_id, k.platform_id),"
            + " k.opted_out = (m.kept_opted_out OR " + OPTED_OUT_SINCE + "),"
            + " g.opted_out = (m.gone_opted_out OR " + OPTED_OUT_SINCE + "),"
            + " k.updated_at = ?, k.version = k.version + 1, g.merged_into = NULL, g.updated_at = ?,"
            + " g.version = g.version + 1, m.undone_at = ?, m.undone_by = ?, m.undone_reason = ?"
            + " WHERE m.shop_id = ? AND m.id = ?";

    private static final int HASH_BYTES = 32;

    private final Sql sql;
    private final Event<BuyerMergeUndone> undone;

    BuyerMergeUndo(Sql sql, Event<BuyerMergeUndone> undone) {
        this.sql = sql;
        this.undone = undone;
    }

    /**
     * In a transaction that holds the shop's write lock.
     *
     * @return the buyers whose purchase days and sums are to be recomputed
     */
    List<Long> undo(BuyerMergeResponse merge, long staffId, String reason, Instant now) {
        long shopId = merge.shopId().value();
        long id = merge.id().value();
        long kept = merge.keptId().value();
        long gone = merge.goneId().value();
        sql.update(GIVE_BACK_ORDERS, gone, now, shopId, id, kept);
        sql.update(FORGET_CONTENT, new byte[HASH_BYTES], shopId, kept, merge.madeAt());
        sql.update(GIVE_BACK_KEYS, gone, shopId, id, kept);
        sql.update(GIVE_BACK_CONTACT, shopId, id);
        sql.update(GIVE_BACK_CONTACT_TIME, shopId, id);
        sql.update(PART, now, now, now, staffId, reason, shopId, id);
        undone.fire(new BuyerMergeUndone(shopId, id, kept, gone));
        return List.of(kept, gone);
    }
}
