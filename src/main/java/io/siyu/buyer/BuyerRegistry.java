package io.siyu.buyer;

import io.siyu.platform.numbers.LongHashSet;
import io.siyu.platform.privacy.PersonalData;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the buyers of many orders at once and stores what the orders tell about them. */
@ApplicationScoped
public class BuyerRegistry {
    private static final BulkInsert.Table BUYERS = BulkInsert.Table.of(
            "buyer",
            "shop_id",
            "id",
            "platform_id",
            "name_enc",
            "phone_enc",
            "email_enc",
            "address_enc",
            "contact_hash",
            "contact_at",
            "created_at",
            "updated_at");
    private static final BulkInsert.Table KEYS =
            BulkInsert.Table.of("buyer_identity", "shop_id", "kind", "key_hash", "buyer_id");

    /** Each of the rows is there: this is the form in which one statement changes many. */
    private static final String UPDATE = "INSERT INTO buyer (shop_id, id, platform_id, name_enc, phone_enc, email_enc,"
            + " address_enc, contact_hash, contact_at, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
            + " ON DUPLICATE KEY UPDATE platform_id = COALESCE(platform_id, VALUES(platform_id)),"
            + " name_enc = COALESCE(VALUES(name_enc), name_enc), phone_enc = COALESCE(VALUES(phone_enc), phone_enc),"
            + " email_enc = COALESCE(VALUES(email_enc), email_enc),"
            + " address_enc = COALESCE(VALUES(address_enc), address_enc),"
            + " contact_hash = COALESCE(VALUES(contact_hash), contact_hash),"
            + " contact_at = COALESCE(VALUES(contact_at), contact_at),"
            + " updated_at = VALUES(updated_at), version = version + 1";

    /** At about twenty bytes each. */
    private static final int MOST_KEYS = 4_000_000;

    private final Sql sql;
    private final BulkInsert bulk;
    private final PersonalData personalData;
    private final OptOuts optOuts;

    public BuyerRegistry(Sql sql, BulkInsert bulk, PersonalData personalData, OptOuts optOuts) {
        this.sql = sql;
        this.bulk = bulk;
        this.optOuts = optOuts;
        this.personalData = personalData;
    }

    /**
     * A buyer's contact as it is stored, without the contact itself.
     *
     * @param at the time of the latest order that may have said so
     */
    private record Stored(byte[] hash, Instant at, boolean hasPlatformId) {
        boolean isOlderThan(BuyerMatches.Contact contact) {
            return at == null || !contact.at().isBefore(at);
        }

        /** Orders that said the same as before left the stored time as it was. */
        Stored confirmedAt(Instant order) {
            return at == null || at.isBefore(order) ? new Stored(hash, order, hasPlatformId) : this;
        }
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
    public RecentBuyers.Print print(long shopId, BuyerDetails details) {
        return keys(shopId).printOf(details);
    }

    /** Reads all keys of the shop, so that those of new buyers need not be looked up, unless they are too many to hold. */
    public void learnStoredKeys(long shopId, RecentBuyers recent) {
        LongHashSet keys = new LongHashSet();
        sql.forEach(
                "SELECT key_hash FROM buyer_identity WHERE shop_id = ? LIMIT ?",
                row -> keys.add(ByteBuffer.wrap(row.bytesAt("key_hash")).getLong()),
                shopId,
                MOST_KEYS + 1);
        if (keys.size() <= MOST_KEYS) {
            recent.learnStoredKeys(keys);
        }
    }

    private IdentityKeys keys(long shopId) {
        return new IdentityKeys(shopId, (field, value) -> personalData.lookupHash(shopId, field, value));
    }

    /**
     * Looks up which buyers these details belong to, for {@link BuyerMatches#buyerOf}.
     *
     * @param before the buyers that the orders had before, as far as they had any
     */
    public void lookUp(BuyerMatches matches, Collection<BuyerDetails> details, Collection<Long> before) {
        Map<IdentityKind, Set<IdentityKey>> wanted = new EnumMap<>(IdentityKind.class);
        for (BuyerDetails one : details) {
            if (matches.isRecent(one)) {
                continue;
            }
            matches.keysOf(one).forEach((kind, key) -> {
                if (!matches.known().hasOwner(key) && matches.mayBeStored(key)) {
                    wanted.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(key);
                }
            });
        }
        wanted.forEach((kind, keys) -> {
            for (List<IdentityKey> some : InLists.of(keys)) {
                lookUp(matches, kind, some);
            }
        });
        lookUpBefore(matches, new LinkedHashSet<>(before));
        lookUpApart(matches);
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

    /** Stores new buyers, new keys, and newer contacts than are known. */
    public void save(BuyerMatches matches, Instant now) {
        Set<Long> isNew = new HashSet<>(matches.newBuyers());
        Set<Long> touched = new LinkedHashSet<>(matches.newBuyers());
        touched.addAll(matches.platformIds().keySet());
        matches.contacts().forEach((buyer, contact) -> {
            if (!matches.isStored(buyer, contact)) {
                touched.add(buyer);
            }
        });
        Map<Long, Stored> stored = stored(
                matches, touched.stream().filter(id -> !isNew.contains(id)).toList());
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        for (long buyer : touched) {
            Object[] row = rowOf(matches, buyer, stored.get(buyer), now);
            if (row != null) {
                (isNew.contains(buyer) ? inserts : updates).add(row);
            }
        }
        bulk.insert(BUYERS, inserts);
        sql.batch(UPDATE, updates);
        List<Object[]> keys = new ArrayList<>();
        matches.newKeys()
                .forEach((key, buyer) -> keys.add(new Object[] {matches.shopId(), key.kind(), key.bytes(), buyer}));
        bulk.insert(KEYS, keys);
        optOuts.apply(matches, now);
    }

    private void lookUp(BuyerMatches matches, IdentityKind kind, List<IdentityKey> keys) {
        KnownBuyers known = matches.known();
        List<Object> params = new ArrayList<>(List.of(matches.shopId(), kind));
        keys.forEach(key -> params.add(key.bytes()));
        sql.forEach(
                "SELECT i.key_hash, i.buyer_id, b.platform_id IS NOT NULL AS has_platform_id FROM buyer_identity i"
                        + " JOIN buyer b ON b.shop_id = i.shop_id AND b.id = i.buyer_id"
                        + " WHERE i.shop_id = ? AND i.kind = ? AND i.key_hash IN (" + Sql.places(keys.size()) + ")",
                row -> {
                    long buyer = row.longAt("buyer_id");
                    known.learn(new IdentityKey(kind, row.bytesAt("key_hash")), buyer);
                    if (row.booleanAt("has_platform_id")) {
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

    private Map<Long, Stored> stored(BuyerMatches matches, List<Long> ids) {
        Map<Long, Stored> stored = new HashMap<>();
        for (List<Long> some : InLists.of(ids)) {
            sql.forEach(
                    "SELECT id, contact_hash, contact_at, platform_id IS NOT NULL AS has_platform_id FROM buyer"
                            + " WHERE shop_id = ? AND id IN (" + Sql.places(some.size()) + ")",
                    row -> stored.put(
                            row.longAt("id"),
                            new Stored(
                                    row.bytesAt("contact_hash"),
                                    row.instantAt("contact_at"),
                                    row.booleanAt("has_platform_id"))),
                    InLists.params(some, matches.shopId()));
        }
        List<Long> contested = ids.stream()
                .filter(id -> stored.containsKey(id) && saysOtherwise(matches, id, stored.get(id)))
                .toList();
        for (List<Long> some : InLists.of(contested)) {
            sql.forEach(
                    "SELECT buyer_id, MAX(created_at) AS latest FROM shop_order WHERE shop_id = ? AND says_contact"
                            + " AND buyer_id IN (" + Sql.places(some.size()) + ") GROUP BY buyer_id",
                    row -> {
                        Instant latest = row.instantAt("latest");
                        stored.computeIfPresent(row.longAt("buyer_id"), (id, known) -> known.confirmedAt(latest));
                    },
                    InLists.params(some, matches.shopId()));
        }
        return stored;
    }

    private boolean saysOtherwise(BuyerMatches matches, long buyer, Stored stored) {
        BuyerMatches.Contact contact = matches.contacts().get(buyer);
        return contact != null
                && stored.hash() != null
                && stored.isOlderThan(contact)
                && !Arrays.equals(hashOf(matches.shopId(), contact.latest()), stored.hash());
    }

    /** Null if there is nothing new to store. */
    private Object[] rowOf(BuyerMatches matches, long buyer, Stored stored, Instant now) {
        long shopId = matches.shopId();
        String platformId = matches.platformIds().get(buyer);
        BuyerMatches.Contact contact = matches.contacts().get(buyer);
        byte[] hash = contact == null ? null : hashOf(shopId, contact.latest());
        boolean isSame = contact != null && stored != null && Arrays.equals(hash, stored.hash());
        boolean isNewer = contact != null && !isSame && (stored == null || stored.isOlderThan(contact));
        if (isSame || isNewer) {
            matches.contactIsStored(buyer, contact);
        }
        boolean addsPlatformId = platformId != null && (stored == null || !stored.hasPlatformId());
        if (stored != null && !isNewer && !addsPlatformId) {
            return null;
        }
        BuyerDetails shown = isNewer ? contact.merged() : new BuyerDetails(null, null, null, null, null);
        return new Object[] {
            shopId,
            buyer,
            platformId,
            personalData.encrypt(shopId, PersonalField.NAME, shown.name()),
            personalData.encrypt(shopId, PersonalField.PHONE, shown.phone()),
            personalData.encrypt(shopId, PersonalField.EMAIL, shown.email()),
            personalData.encrypt(shopId, PersonalField.ADDRESS, shown.address()),
            isNewer ? hash : null,
            isNewer ? contact.at() : null,
            now,
            now
        };
    }

    private byte[] hashOf(long shopId, BuyerDetails contact) {
        return personalData.lookupHash(
                shopId,
                "CONTACT",
                contact.phone() + '\n' + contact.email() + '\n' + contact.name() + '\n' + contact.address());
    }
}
