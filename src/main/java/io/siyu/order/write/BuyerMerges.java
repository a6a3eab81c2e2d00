package io.siyu.order.write;

import io.siyu.buyer.BuyersMerged;
import io.siyu.buyer.BuyersMerged.Pair;
import io.siyu.buyer.match.MergeProof;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one buyer of two: orders and identity keys move to the kept one, the newer contact wins, and everything that is
 * moved or written over is kept so that it can be undone. Set-based, because one import may prove thousands of merges.
 */
@ApplicationScoped
public class BuyerMerges {
    /** An order that repeats the known contact leaves its time as it was; here it counts whose is the newer one. */
    private static final String RENEW_CONTACT_TIMES =
            "UPDATE buyer b SET b.contact_at = GREATEST(b.contact_at, COALESCE((SELECT MAX(o.created_at)"
                    + " FROM shop_order o WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id AND o.says_contact),"
                    + " b.contact_at)) WHERE b.shop_id = ? AND b.id IN (?, ?)";

    private static final String RECORD = "INSERT INTO buyer_merge (shop_id, id, kept_id, gone_id, proved_by, reason,"
            + " made_at, made_by, gone_opted_out, kept_opted_out, kept_platform_id, name_enc, phone_enc, email_enc,"
            + " address_enc, contact_hash, contact_at)"
            + " SELECT k.shop_id, ?, k.id, g.id, ?, ?, ?, ?, g.opted_out, k.opted_out, k.platform_id, k.name_enc,"
            + " k.phone_enc, k.email_enc, k.address_enc, k.contact_hash, k.contact_at"
            + " FROM buyer k JOIN buyer g ON g.shop_id = k.shop_id AND g.id = ? WHERE k.shop_id = ? AND k.id = ?";

    private static final String NOTE_ORDERS = "INSERT INTO buyer_merge_order (shop_id, merge_id, order_id)"
            + " SELECT shop_id, ?, id FROM shop_order WHERE shop_id = ? AND buyer_id = ?";

    private static final String NOTE_KEYS = "INSERT INTO buyer_merge_key (shop_id, merge_id, kind, key_hash)"
            + " SELECT shop_id, ?, kind, key_hash FROM buyer_identity WHERE shop_id = ? AND buyer_id = ?";

    private static final String COUNT_ORDERS = "UPDATE buyer_merge m SET m.orders = (SELECT COUNT(*)"
            + " FROM buyer_merge_order o WHERE o.shop_id = m.shop_id AND o.merge_id = m.id)"
            + " WHERE m.shop_id = ? AND m.id = ?";

    private static final String MOVE_ORDERS =
            "UPDATE shop_order SET buyer_id = ?, updated_at = ?, version = version + 1"
                    + " WHERE shop_id = ? AND buyer_id = ?";

    private static final String MOVE_KEYS = "UPDATE buyer_identity SET buyer_id = ? WHERE shop_id = ? AND buyer_id = ?";

    /** What the merge has kept of the kept buyer is read here, because that row changes column by column. */
    private static final String JOIN_PERSON = "UPDATE buyer_merge m"
            + " JOIN buyer k ON k.shop_id = m.shop_id AND k.id = m.kept_id"
            + " JOIN buyer g ON g.shop_id = m.shop_id AND g.id = m.gone_id SET"
            + " k.name_enc = " + newer("name_enc") + ", k.phone_enc = " + newer("phone_enc")
            + ", k.email_enc = " + newer("email_enc") + ", k.address_enc = " + newer("address_enc")
            + ", k.contact_hash = " + newer("contact_hash") + ", k.contact_at = " + newer("contact_at")
            + ", k.platform_id = COALESCE(m.kept_platform_id, g.platform_id),"
            + " k.opted_out = (m.kept_opted_out OR m.gone_opted_out), k.updated_at = ?, k.version = k.version + 1,"
            + " g.merged_into = m.kept_id, g.updated_at = ?, g.version = g.version + 1"
            + " WHERE m.shop_id = ? AND m.id = ?";

    private final Sql sql;
    private final Event<BuyersMerged> merged;

    BuyerMerges(Sql sql, Event<BuyersMerged> merged) {
        this.sql = sql;
        this.merged = merged;
    }

    /**
     * Why a merge is made.
     *
     * @param provedBy the kinds of keys on one order that led to both, null by hand
     * @param reason what somebody said, null where orders proved it
     * @param staffId who made it, null where orders proved it
     */
    public record Ground(String provedBy, String reason, Long staffId) {}

    private record Merge(Pair pair, Ground ground) {}

    /**
     * Merges what orders have proved. To be called in a transaction that holds the shop's write lock, after the orders
     * are stored; the purchase days and sums of the buyers that it answers are to be recomputed.
     */
    public Set<Long> make(long shopId, List<MergeProof> proofs, Instant now) {
        Set<Long> affected = new LinkedHashSet<>();
        List<Merge> together = new ArrayList<>();
        Set<Long> busy = new HashSet<>();
        for (MergeProof proof : proofs) {
            // A chain is merged link by link, so that it can be undone link by link.
            if (busy.contains(proof.keptId()) || busy.contains(proof.goneId())) {
                make(shopId, now, together);
                together.clear();
                busy.clear();
            }
            together.add(mergeOf(proof));
            busy.addAll(List.of(proof.keptId(), proof.goneId()));
            affected.addAll(busy);
        }
        make(shopId, now, together);
        return affected;
    }

    /** One merge by hand. */
    public long make(long shopId, long keptId, long goneId, Ground ground, Instant now) {
        Merge merge = new Merge(new Pair(Id.nextValue(), keptId, goneId), ground);
        make(shopId, now, List.of(merge));
        return merge.pair().mergeId();
    }

    private static Merge mergeOf(MergeProof proof) {
        Pair pair = new Pair(Id.nextValue(), proof.keptId(), proof.goneId());
        return new Merge(pair, new Ground(proof.firstKind() + "," + proof.otherKind(), null, null));
    }

    private void make(long shopId, Instant now, List<Merge> merges) {
        if (merges.isEmpty()) {
            return;
        }
        run(RENEW_CONTACT_TIMES, merges, m ->
                new Object[] {shopId, m.pair().keptId(), m.pair().goneId()});
        run(RECORD, merges, m -> new Object[] {
            m.pair().mergeId(),
            m.ground().provedBy(),
            m.ground().reason(),
            now,
            m.ground().staffId(),
            m.pair().goneId(),
            shopId,
            m.pair().keptId()
        });
        run(NOTE_ORDERS, merges, m ->
                new Object[] {m.pair().mergeId(), shopId, m.pair().goneId()});
        run(NOTE_KEYS, merges, m ->
                new Object[] {m.pair().mergeId(), shopId, m.pair().goneId()});
        run(COUNT_ORDERS, merges, m -> new Object[] {shopId, m.pair().mergeId()});
        run(MOVE_ORDERS, merges, m ->
                new Object[] {m.pair().keptId(), now, shopId, m.pair().goneId()});
        run(MOVE_KEYS, merges, m ->
                new Object[] {m.pair().keptId(), shopId, m.pair().goneId()});
        run(JOIN_PERSON, merges, m -> new Object[] {now, now, shopId, m.pair().mergeId()});
        merged.fire(new BuyersMerged(shopId, merges.stream().map(Merge::pair).toList()));
    }

    private void run(String statement, List<Merge> merges, Function<Merge, Object[]> params) {
        sql.batch(statement, merges.stream().map(params).toList());
    }

    /** The newer contact's value, or the older one's where the newer says nothing. */
    public static String newer(String column) {
        return "IF(g.contact_at IS NOT NULL AND (m.contact_at IS NULL OR g.contact_at > m.contact_at),"
                + " COALESCE(g.%1$s, m.%1$s), COALESCE(m.%1$s, g.%1$s))".formatted(column);
    }
}
