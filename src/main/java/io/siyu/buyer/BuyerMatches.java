package io.siyu.buyer;

import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.PersonalData;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says order by order who the buyer is. Orders come in the sequence of their source: each adds what it tells about its
 * buyer, so that the next one may be known by it.
 */
public final class BuyerMatches {
    private final long shopId;
    private final PersonalData personalData;
    private final Map<IdentityKey, Long> buyersByKey = new HashMap<>();
    private final Map<IdentityKey, Long> newKeys = new LinkedHashMap<>();
    private final Map<Long, String> platformIds = new LinkedHashMap<>();
    private final Map<Long, Contact> contacts = new LinkedHashMap<>();
    private final List<Long> newBuyers = new ArrayList<>();

    /**
     * How the orders say that a buyer can be reached.
     *
     * @param latest the newest order's words
     * @param merged those, with what they lack taken from older ones
     */
    record Contact(BuyerDetails latest, BuyerDetails merged, Instant at) {
        Contact and(BuyerDetails details, Instant orderedAt) {
            return orderedAt.isBefore(at) ? this : new Contact(details, details.over(merged), orderedAt);
        }
    }

    BuyerMatches(long shopId, PersonalData personalData) {
        this.shopId = shopId;
        this.personalData = personalData;
    }

    /**
     * The buyer that any of the keys leads to, else the one that the order had before, else a new one.
     *
     * @param before the buyer of the order as it is stored, null for a new order
     * @return null if nothing tells who bought
     */
    public Long buyerOf(BuyerDetails details, Long before, Instant orderedAt) {
        Map<IdentityKind, IdentityKey> keys = keysOf(details);
        Long buyer = keys.values().stream()
                .map(buyersByKey::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(before);
        if (buyer == null && !keys.isEmpty()) {
            buyer = Id.nextValue();
            newBuyers.add(buyer);
        }
        if (buyer != null) {
            remember(buyer, keys, details, orderedAt);
        }
        return buyer;
    }

    /** The buyers whom no key led to, in the sequence of their orders. */
    public List<Long> newBuyers() {
        return newBuyers;
    }

    Map<IdentityKind, IdentityKey> keysOf(BuyerDetails details) {
        Map<IdentityKind, IdentityKey> keys = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            String value = details.valueOf(kind);
            if (value != null) {
                keys.put(kind, BuyerRegistry.keyOf(personalData, shopId, kind, value));
            }
        }
        return keys;
    }

    boolean knows(IdentityKey key) {
        return buyersByKey.containsKey(key);
    }

    void learn(IdentityKey key, long buyer) {
        buyersByKey.putIfAbsent(key, buyer);
    }

    long shopId() {
        return shopId;
    }

    Map<IdentityKey, Long> newKeys() {
        return newKeys;
    }

    Map<Long, String> platformIds() {
        return platformIds;
    }

    Map<Long, Contact> contacts() {
        return contacts;
    }

    private void remember(long buyer, Map<IdentityKind, IdentityKey> keys, BuyerDetails details, Instant orderedAt) {
        for (IdentityKey key : keys.values()) {
            if (buyersByKey.putIfAbsent(key, buyer) == null) {
                newKeys.put(key, buyer);
            }
        }
        if (details.platformId() != null) {
            platformIds.putIfAbsent(buyer, details.platformId());
        }
        if (details.hasContact()) {
            contacts.merge(
                    buyer, new Contact(details, details, orderedAt), (known, ignored) -> known.and(details, orderedAt));
        }
    }
}
