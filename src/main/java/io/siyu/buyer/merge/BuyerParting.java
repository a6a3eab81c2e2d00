package io.siyu.buyer.merge;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/**
 * Makes two persons again of whom {@link BuyerJoining} made one. What came after the merge stays with the kept buyer: keys,
 * a newer contact, and an opt-out, which then holds for both.
 */
@ApplicationScoped
public class BuyerParting {
    private static final String GIVE_BACK_KEYS = "UPDATE buyer_merge_key p JOIN buyer_identity i"
            + " ON i.shop_id = p.shop_id AND i.kind = p.kind AND i.key_hash = p.key_hash"
            + " SET i.buyer_id = ? WHERE p.shop_id = ? AND p.merge_id = ? AND i.buyer_id = ?";

    private static final String UNCHANGED_SINCE =
            "k.contact_at <=> IF(g.contact_at IS NOT NULL AND (m.contact_at IS NULL OR g.contact_at > m.contact_at),"
                    + " g.contact_at, m.contact_at)";

    /** Field by field: what orders have said since stays, and what came of the merge goes. */
    private static final String GIVE_BACK_CONTACT = "UPDATE buyer_merge m"
            + " JOIN buyer k ON k.shop_id = m.shop_id AND k.id = m.kept_id"
            + " JOIN buyer g ON g.shop_id = m.shop_id AND g.id = m.gone_id SET"
            + " k.name_enc = " + before("name_enc") + ", k.phone_enc = " + before("phone_enc")
            + ", k.email_enc = " + before("email_enc") + ", k.address_enc = " + before("address_enc")
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

    private final Sql sql;

    BuyerParting(Sql sql) {
        this.sql = sql;
    }

    /** A merge that is undone. */
    public record Merge(long shopId, long id, long keptId, long goneId) {}

    /** In a transaction that holds the shop's write lock. */
    public void part(Merge merge, long staffId, String reason, Instant now) {
        long shopId = merge.shopId();
        sql.update(GIVE_BACK_KEYS, merge.goneId(), shopId, merge.id(), merge.keptId());
        sql.update(GIVE_BACK_CONTACT, shopId, merge.id());
        sql.update(GIVE_BACK_CONTACT_TIME, shopId, merge.id());
        sql.update(PART, now, now, now, staffId, reason, shopId, merge.id());
    }

    private static String before(String column) {
        return "IF(k.%1$s <=> %2$s, m.%1$s, k.%1$s)".formatted(column, BuyerJoining.newer(column));
    }
}
