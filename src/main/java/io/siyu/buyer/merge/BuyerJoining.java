package io.siyu.buyer.merge;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Makes one person of two: identity keys move to the kept buyer, the newer contact wins, and what is moved or written over
 * is kept so that it can be undone. Set-based, because one import may prove thousands of merges. Everything is to be called
 * in a transaction that holds the shop's write lock.
 */
@ApplicationScoped
public class BuyerJoining {
    private static final String RECORD = "INSERT INTO buyer_merge (shop_id, id, kept_id, gone_id, proved_by, reason,"
            + " made_at, made_by, gone_opted_out, kept_opted_out, kept_platform_id, name_enc, phone_enc, email_enc,"
            + " address_enc, contact_hash, contact_at)"
            + " SELECT k.shop_id, ?, k.id, g.id, ?, ?, ?, ?, g.opted_out, k.opted_out, k.platform_id, k.name_enc,"
            + " k.phone_enc, k.email_enc, k.address_enc, k.contact_hash, k.contact_at"
            + " FROM buyer k JOIN buyer g ON g.shop_id = k.shop_id AND g.id = ? WHERE k.shop_id = ? AND k.id = ?";

    private static final String NOTE_KEYS = "INSERT INTO buyer_merge_key (shop_id, merge_id, kind, key_hash)"
            + " SELECT shop_id, ?, kind, key_hash FROM buyer_identity WHERE shop_id = ? AND buyer_id = ?";

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

    BuyerJoining(Sql sql) {
        this.sql = sql;
    }

    /**
     * Why a merge is made.
     *
     * @param provedBy the kinds of keys on one order that led to both, null by hand
     * @param reason what somebody said, null where orders proved it
     * @param staffId who made it, null where orders proved it
     */
    public record Ground(String provedBy, String reason, Long staffId) {}

    /** Two buyers of whom one goes up in the other. */
    public record Merge(long id, long keptId, long goneId, Ground ground) {}

    /**
     * Records merges and moves the keys, before the orders are moved.
     *
     * @param merges nobody is in two of them
     * @param saidAt an SQL expression for when the newest order of the buyer b said how to reach it: an order that repeats
     *     the known contact leaves its time as it was; here it counts whose is the newer one
     */
    public void record(long shopId, List<Merge> merges, String saidAt, Instant now) {
        run(
                "UPDATE buyer b SET b.contact_at = GREATEST(b.contact_at, COALESCE(" + saidAt + ", b.contact_at))"
                        + " WHERE b.shop_id = ? AND b.id IN (?, ?)",
                merges,
                m -> new Object[] {shopId, m.keptId(), m.goneId()});
        run(RECORD, merges, m -> new Object[] {
            m.id(),
            m.ground().provedBy(),
            m.ground().reason(),
            now,
            m.ground().staffId(),
            m.goneId(),
            shopId,
            m.keptId()
        });
        run(NOTE_KEYS, merges, m -> new Object[] {m.id(), shopId, m.goneId()});
        run(MOVE_KEYS, merges, m -> new Object[] {m.keptId(), shopId, m.goneId()});
    }

    /**
     * Ends what {@link #record} has begun.
     *
     * @param orders an SQL expression for how many orders the merge m has moved
     */
    public void join(long shopId, List<Merge> merges, String orders, Instant now) {
        run("UPDATE buyer_merge m SET m.orders = " + orders + " WHERE m.shop_id = ? AND m.id = ?", merges, m ->
                new Object[] {shopId, m.id()});
        run(JOIN_PERSON, merges, m -> new Object[] {now, now, shopId, m.id()});
    }

    private void run(String statement, List<Merge> merges, Function<Merge, Object[]> params) {
        sql.batch(statement, merges.stream().map(params).toList());
    }

    /** The newer contact's value, or the older one's where the newer says nothing. */
    static String newer(String column) {
        return "IF(g.contact_at IS NOT NULL AND (m.contact_at IS NULL OR g.contact_at > m.contact_at),"
                + " COALESCE(g.%1$s, m.%1$s), COALESCE(m.%1$s, g.%1$s))".formatted(column);
    }
}
