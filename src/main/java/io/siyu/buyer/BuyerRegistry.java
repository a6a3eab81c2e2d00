package io.siyu.buyer;

import io.siyu.platform.privacy.PersonalData;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

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
    private static final String SAVE = "INSERT INTO buyer (shop_id, id, platform_id, name_enc, phone_enc, email_enc,"
            + " address_enc, contact_hash, contact_at, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
            + " ON DUPLICATE KEY UPDATE platform_id = COALESCE(platform_id, VALUES(platform_id)),"
            + " name_enc = COALESCE(VALUES(name_enc), name_enc), phone_enc = COALESCE(VALUES(phone_enc), phone_enc),"
            + " email_enc = COALESCE(VALUES(email_enc), email_enc),"
            + " address_enc = COALESCE(VALUES(address_enc), address_enc),"
            + " contact_hash = COALESCE(VALUES(contact_hash), contact_hash),"
            + " contact_at = COALESCE(VALUES(contact_at), contact_at),"
            + " updated_at = VALUES(updated_at), version = version + 1";

    private final Sql sql;
    private final PersonalData personalData;

    public BuyerRegistry(Sql sql, PersonalData personalData) {
        this.sql = sql;
        this.personalData = personalData;
    }

    /** A buyer's contact as it is stored, without the contact itself. */
    private record Stored(byte[] hash, Instant at, boolean hasPlatformId) {}

    public BuyerMatches matches(long shopId) {
        return new BuyerMatches(shopId, personalData);
    }

    /** Looks up which buyers these details belong to, for {@link BuyerMatches#buyerOf}. */
    public void lookUp(BuyerMatches matches, Collection<BuyerDetails> details) {
        Map<IdentityKind, Set<IdentityKey>> wanted = new EnumMap<>(IdentityKind.class);
        for (BuyerDetails one : details) {
            matches.keysOf(one).forEach((kind, key) -> {
                if (!matches.knows(key)) {
                    wanted.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(key);
                }
            });
        }
        wanted.forEach((kind, keys) -> {
            for (List<IdentityKey> some : InLists.of(keys)) {
                lookUp(matches, kind, some);
            }
        });
    }

    /** The buyer that a key leads to. */
    public List<Long> findByKey(long shopId, IdentityKind kind, String value) {
        return sql.list(
                "SELECT buyer_id FROM buyer_identity WHERE shop_id = ? AND kind = ? AND key_hash = ?",
                row -> row.longAt("buyer_id"),
                shopId,
                kind,
                keyOf(personalData, shopId, kind, value).bytes());
    }

    /** Stores new buyers, new keys, and newer contacts than are known. */
    public void save(BuyerMatches matches, Instant now) {
        Set<Long> touched = new LinkedHashSet<>(matches.newBuyers());
        touched.addAll(matches.platformIds().keySet());
        touched.addAll(matches.contacts().keySet());
        Set<Long> isNew = new HashSet<>(matches.newBuyers());
        Map<Long, Stored> stored = stored(
                matches.shopId(),
                touched.stream().filter(id -> !isNew.contains(id)).toList());
        List<Object[]> rows = new ArrayList<>();
        for (long buyer : touched) {
            Object[] row = rowOf(matches, buyer, stored.get(buyer), now);
            if (row != null) {
                rows.add(row);
            }
        }
        sql.batch(SAVE, rows);
        List<Object[]> keys = new ArrayList<>();
        matches.newKeys()
                .forEach((key, buyer) -> keys.add(new Object[] {matches.shopId(), key.kind(), key.bytes(), buyer}));
        sql.batch(
                "INSERT INTO buyer_identity (shop_id, kind, key_hash, buyer_id) VALUES (?,?,?,?)"
                        + " ON DUPLICATE KEY UPDATE buyer_id = buyer_id",
                keys);
    }

    static IdentityKey keyOf(PersonalData personalData, long shopId, IdentityKind kind, String value) {
        return new IdentityKey(kind, personalData.lookupHash(shopId, kind.name(), value));
    }

    private void lookUp(BuyerMatches matches, IdentityKind kind, List<IdentityKey> keys) {
        List<Object> params = new ArrayList<>(List.of(matches.shopId(), kind));
        keys.forEach(key -> params.add(key.bytes()));
        sql.forEach(
                "SELECT key_hash, buyer_id FROM buyer_identity WHERE shop_id = ? AND kind = ? AND key_hash IN ("
                        + Sql.places(keys.size()) + ")",
                row -> matches.learn(new IdentityKey(kind, row.bytesAt("key_hash")), row.longAt("buyer_id")),
                params.toArray());
    }

    private Map<Long, Stored> stored(long shopId, List<Long> ids) {
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
                    InLists.params(some, shopId));
        }
        return stored;
    }

    /** Null if there is nothing new to store. */
    private Object[] rowOf(BuyerMatches matches, long buyer, Stored stored, Instant now) {
        long shopId = matches.shopId();
        String platformId = matches.platformIds().get(buyer);
        BuyerMatches.Contact contact = matches.contacts().get(buyer);
        byte[] hash = contact == null ? null : hashOf(shopId, contact.latest());
        boolean isNewer = contact != null
                && (stored == null
                        || stored.at() == null
                        || !contact.at().isBefore(stored.at()) && !Arrays.equals(hash, stored.hash()));
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
