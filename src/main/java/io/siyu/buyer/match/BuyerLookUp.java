package io.siyu.buyer.match;

import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the buyers of many orders at once. */
@ApplicationScoped
public class BuyerLookUp {
    /** More would take longer to read than it saves to know them. */
    static final int MOST_KEYS = 4_000_000;

    private final Sql sql;
    private final FieldEncryption encryption;
    private final ErasedBuyers erased;

    BuyerLookUp(Sql sql, FieldEncryption encryption, ErasedBuyers erased) {
        this.erased = erased;
        this.sql = sql;
        this.encryption = encryption;
    }

    /** For a few orders of a shop. */
    public BuyerMatches matches(long shopId) {
        return matches(shopId, new RecentBuyers());
    }

    /** @param recent what earlier batches of the same run have found out */
    public BuyerMatches matches(long shopId, RecentBuyers recent) {
        recent.begin();
        return new BuyerMatches(keys(shopId), recent);
    }

    /** What an order says of its buyer, as {@link RecentBuyers} remembers it. */
    public RecentBuyers.Fingerprint fingerprint(long shopId, BuyerDetails details) {
        return RecentBuyers.Fingerprint.of(details, (field, value) -> encryption.lookupHash(shopId, field, value));
    }

    /**
     * What is stored of the shop's buyers: all keys, so that those of new buyers need not be looked up, and who is known by
     * which platform id and contact.
     *
     * @return null if they are too many to be held
     */
    public StoredBuyers stored(long shopId) {
        StoredBuyers stored = new StoredBuyers();
        int[] keys = {0};
        sql.forEach(
                "SELECT i.kind, i.key_hash, b.id, b.contact_hash FROM buyer_identity i LEFT JOIN buyer b"
                        + " ON i.kind = 'PLATFORM' AND b.shop_id = i.shop_id AND b.id = i.buyer_id"
                        + " AND b.platform_id IS NOT NULL AND b.contact_hash IS NOT NULL WHERE i.shop_id = ? LIMIT ?",
                row -> {
                    IdentityKey key = new IdentityKey(row.enumAt("kind", IdentityKind.class), row.bytesAt("key_hash"));
                    Long buyer = row.nullableLongAt("id");
                    keys[0]++;
                    stored.addKey(key);
                    if (buyer != null) {
                        stored.add(key, row.bytesAt("contact_hash"), buyer);
                    }
                },
                shopId,
                MOST_KEYS + 1);
        return keys[0] <= MOST_KEYS ? stored : null;
    }

    private IdentityKeys keys(long shopId) {
        return new IdentityKeys(shopId, (field, value) -> encryption.lookupHash(shopId, field, value));
    }

    /**
     * Looks up which buyers these details belong to, for {@link BuyerMatches#buyerOf}.
     *
     * @param before the buyers that the orders had before, as far as they had any
     * @param received when the orders were: nothing is learned from them of who was erased since
     */
    public void lookUp(
            BuyerMatches matches, Collection<BuyerDetails> details, Collection<Long> before, Instant received) {
        matches.learnErased(erased.keys(matches.shopId(), received));
        List<BuyerDetails> unknown = unknown(matches, details);
        unknown.forEach(matches::recogniseStored);
        unknown = unknown(matches, unknown);
        lookUp(matches, unknown, IdentityKind.PLATFORM);
        unknown.forEach(matches::recogniseFound);
        unknown = unknown(matches, unknown);
        lookUp(matches, unknown, IdentityKind.PHONE);
        lookUp(matches, unknown, IdentityKind.EMAIL);
        lookUpBefore(matches, new LinkedHashSet<>(before));
        lookUpApart(matches);
    }

    private static List<BuyerDetails> unknown(BuyerMatches matches, Collection<BuyerDetails> details) {
        return details.stream().filter(one -> !matches.isRecent(one)).toList();
    }

    private void lookUp(BuyerMatches matches, List<BuyerDetails> details, IdentityKind kind) {
        Set<IdentityKey> wanted = new LinkedHashSet<>();
        for (BuyerDetails one : details) {
            IdentityKey key = matches.keyOf(one, kind);
            if (key != null && !matches.knowsOwner(key) && matches.mayBeStored(key)) {
                wanted.add(key);
            }
        }
        for (List<IdentityKey> some : InLists.of(wanted)) {
            lookUp(matches, kind, some);
        }
    }

    /** The buyer that a key leads to. */
    public List<Long> findByKey(long shopId, IdentityKind kind, String value) {
        return sql.list(
                "SELECT buyer_id FROM buyer_identity WHERE shop_id = ? AND kind = ? AND key_hash = ?",
                row -> row.longAt("buyer_id"),
                shopId,
                kind,
                keys(shopId).of(kind, value).bytes());
    }

    private void lookUp(BuyerMatches matches, IdentityKind kind, List<IdentityKey> keys) {
        KnownBuyers known = matches.known();
        List<Object> params = new ArrayList<>(List.of(matches.shopId(), kind));
        keys.forEach(key -> params.add(key.bytes()));
        sql.forEach(
                "SELECT i.key_hash, i.buyer_id, b.platform_id IS NOT NULL AS has_platform_id, b.contact_hash"
                        + " FROM buyer_identity i JOIN buyer b ON b.shop_id = i.shop_id AND b.id = i.buyer_id"
                        + " WHERE i.shop_id = ? AND i.kind = ? AND i.key_hash IN (" + Sql.places(keys.size()) + ")",
                row -> {
                    long buyer = row.longAt("buyer_id");
                    known.learn(new IdentityKey(kind, row.bytesAt("key_hash")), buyer);
                    known.learnContactHash(buyer, row.bytesAt("contact_hash"));
                    if (row.booleanAt("has_platform_id") || matches.getsPlatformId(buyer)) {
                        known.learnPlatformIdOf(buyer);
                    }
                },
                params.toArray());
    }

    private void lookUpBefore(BuyerMatches matches, Collection<Long> before) {
        KnownBuyers known = matches.known();
        for (List<Long> some : InLists.of(before)) {
            sql.forEach(
                    "SELECT id, platform_id IS NOT NULL AS has_platform_id, erased_at FROM buyer"
                            + " WHERE shop_id = ? AND id IN (" + Sql.places(some.size()) + ")"
                            + " AND (platform_id IS NOT NULL OR erased_at IS NOT NULL)",
                    row -> {
                        if (row.booleanAt("has_platform_id")) {
                            known.learnPlatformIdOf(row.longAt("id"));
                        }
                        if (row.instantAt("erased_at") != null) {
                            known.learnErased(row.longAt("id"));
                        }
                    },
                    InLists.params(some, matches.shopId()));
        }
    }

    /** A merge that was undone is not made again; each side may be part of another buyer by now. */
    private void lookUpApart(BuyerMatches matches) {
        Set<Long> parted = new LinkedHashSet<>();
        sql.forEach(
                "SELECT kept_id, gone_id FROM buyer_merge WHERE shop_id = ? AND undone_at IS NOT NULL",
                row -> {
                    KnownBuyers.Apart pair = new KnownBuyers.Apart(row.longAt("kept_id"), row.longAt("gone_id"));
                    matches.known().learnApart(pair);
                    parted.addAll(List.of(pair.one(), pair.other()));
                },
                matches.shopId());
        while (!parted.isEmpty()) {
            Set<Long> keepers = new LinkedHashSet<>();
            for (List<Long> some : InLists.of(parted)) {
                sql.forEach(
                        "SELECT id, merged_into FROM buyer WHERE shop_id = ? AND merged_into IS NOT NULL AND id IN ("
                                + Sql.places(some.size()) + ")",
                        row -> {
                            matches.known().merge(row.longAt("merged_into"), row.longAt("id"));
                            keepers.add(row.longAt("merged_into"));
                        },
                        InLists.params(some, matches.shopId()));
            }
            parted.clear();
            parted.addAll(keepers);
        }
    }
}
