package io.siyu.buyer.match;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says order by order who the buyer is. Orders come in the sequence of their source: each adds what it tells about its
 * buyer, so that the next one may be known by it. A buyer with a platform id is never the buyer of an order with another
 * one, whatever the phone says: the phone of a gift is not the giver's.
 */
public final class BuyerMatches {
    private final IdentityKeys identityKeys;
    private final KnownBuyers known = new KnownBuyers();
    private ErasedKeys erasedKeys = new ErasedKeys();
    private final Map<IdentityKey, Long> newKeys = new LinkedHashMap<>();
    private final Map<Long, String> platformIds = new LinkedHashMap<>();
    private final Map<Long, Contact> contacts = new LinkedHashMap<>();
    private final List<Long> newBuyers = new ArrayList<>();
    private final Map<Long, Set<IdentityKey>> claims = new LinkedHashMap<>();
    private final List<MergeProof> proofs = new ArrayList<>();
    private final RecentBuyers recent;
    private final Map<BuyerDetails, Said> said = new IdentityHashMap<>();
    private final Map<Long, RecentBuyers.Fingerprint> storedContacts = new HashMap<>();

    /**
     * What is asked again and again of an order's details.
     *
     * @param recentBuyer whom an earlier order that said the same was from, or null
     */
    private record Said(RecentBuyers.Fingerprint fingerprint, Long recentBuyer) {}

    /**
     * How the orders say that a buyer can be reached.
     *
     * @param latest the newest order's words
     * @param merged those, with what they lack taken from older ones
     */
    public record Contact(BuyerDetails latest, BuyerDetails merged, Instant at) {
        Contact and(BuyerDetails details, Instant orderedAt) {
            return orderedAt.isBefore(at)
                    ? new Contact(latest, merged.over(details), at)
                    : new Contact(details, details.over(merged), orderedAt);
        }
    }

    /** A buyer that a key leads to. */
    private record Lead(IdentityKind kind, long buyer) {}

    BuyerMatches(IdentityKeys identityKeys, RecentBuyers recent) {
        this.identityKeys = identityKeys;
        this.recent = recent;
    }

    /**
     * The buyer that any of the keys leads to, else the one that the order had before, else a new one. Keys that lead to
     * several buyers prove them to be one, unless two of them have platform ids. An order of a buyer who was erased stays
     * with what is left of that buyer, and nothing is learned from it; so does one that was received before the erasure.
     *
     * @param before the buyer of the order as it is stored, null for a new order
     * @return null if nothing tells who bought
     */
    public Long buyerOf(BuyerDetails details, Long before, Instant orderedAt) {
        Long had = before == null ? null : known.current(before);
        if (had != null && known.isErased(had)) {
            return had;
        }
        if (isRecent(details)) {
            long found = known.current(said(details).recentBuyer());
            rememberContact(found, details, orderedAt);
            return found;
        }
        Map<IdentityKind, IdentityKey> keys = keysOf(details);
        if (erasedKeys.areAmong(keys)) {
            Long erased = erasedKeys.buyerOf(keys, known);
            return erased != null ? erased : buyerOf(erasedKeys.without(details, keys), before, orderedAt);
        }
        if (erasedKeys.arePresent(keys, orderedAt)) {
            return buyerOf(erasedKeys.without(details, keys), before, orderedAt);
        }
        List<Lead> leads = leadsOf(details, keys);
        Long buyer = had;
        if (!leads.isEmpty()) {
            buyer = unite(leads);
        } else if (details.platformId() != null && known.hasPlatformId(had)) {
            buyer = null;
        }
        if (buyer == null && !keys.isEmpty()) {
            buyer = Id.nextValue();
            newBuyers.add(buyer);
            claims.put(buyer, new LinkedHashSet<>(keys.values()));
        }
        if (buyer != null) {
            remember(buyer, keys, details, orderedAt);
            recent.learn(fingerprintOf(details), buyer);
        }
        return buyer;
    }

    /** @param keys of whoever was erased, after the orders were received or before */
    void learnErased(ErasedKeys keys) {
        erasedKeys = keys;
    }

    /** Takes over what is known of these details' fingerprint, which is work to make. */
    public void recall(BuyerDetails details, RecentBuyers.Fingerprint fingerprint) {
        said.put(details, said(fingerprint));
    }

    /** Whether the buyer, known without one, gets a platform id by a batch that is on its way. */
    boolean getsPlatformId(long buyer) {
        return recent.getsPlatformId(buyer);
    }

    boolean mayBeStored(IdentityKey key) {
        return recent.mayBeStored(key);
    }

    /**
     * Takes details that are what was stored of a buyer when the run began for those of an earlier order: that one has told
     * all that their keys can tell.
     */
    void recogniseStored(BuyerDetails details) {
        IdentityKey key = keyOf(details, IdentityKind.PLATFORM);
        if (key != null && details.hasContact() && recent.hasStoredBuyers()) {
            recognise(details, key, recent.storedBuyerWith(key, contactHashOf(details)));
        }
    }

    /** The same with details whose platform id was found to lead to a stored buyer. */
    void recogniseFound(BuyerDetails details) {
        IdentityKey key = keyOf(details, IdentityKind.PLATFORM);
        Long owner = key == null ? null : known.ownerOf(key);
        byte[] stored = owner == null ? null : known.contactHashOf(owner);
        if (stored != null && details.hasContact() && Arrays.equals(stored, contactHashOf(details))) {
            recognise(details, key, owner);
        }
    }

    /** @param buyer may be null */
    private void recognise(BuyerDetails details, IdentityKey key, Long buyer) {
        if (buyer != null && !recent.hasNewContact(buyer) && !erasedKeys.mayBeAmong(keysOf(details))) {
            RecentBuyers.Fingerprint fingerprint = fingerprintOf(details);
            known.learn(key, buyer);
            known.learnPlatformIdOf(buyer);
            said.put(details, new Said(fingerprint, buyer));
            storedContacts.put(buyer, fingerprint);
            recent.learn(fingerprint, buyer);
        }
    }

    /** Whether an order has said the same of its buyer before, so that its keys need not be looked up. */
    boolean isRecent(BuyerDetails details) {
        return details.isKnown() && said(details).recentBuyer() != null;
    }

    /** Whether the database need not be asked whom the key leads to. */
    boolean knowsOwner(IdentityKey key) {
        RecentBuyers.Owner coming = known.hasOwner(key) ? null : recent.comingOwnerOf(key);
        if (coming != null) {
            known.learn(key, coming.buyer());
            if (coming.hasPlatformId() || getsPlatformId(coming.buyer())) {
                known.learnPlatformIdOf(coming.buyer());
            }
        }
        return known.hasOwner(key);
    }

    /** New buyers, and those of whom the orders say something that may not be stored. */
    public Set<Long> touched() {
        Set<Long> touched = new LinkedHashSet<>(newBuyers);
        touched.addAll(platformIds.keySet());
        contacts.forEach((buyer, contact) -> {
            boolean saysMore = !contact.merged().equals(contact.latest());
            if (saysMore || !isStored(buyer, fingerprintOf(contact.latest()))) {
                touched.add(buyer);
            }
        });
        return touched;
    }

    private boolean isStored(long buyer, RecentBuyers.Fingerprint contact) {
        return recent.isContactOf(buyer, contact) || contact.equals(storedContacts.get(buyer));
    }

    /** All orders of the batch have been asked about: the next batch of the run may build on what they have told. */
    public void end() {
        Set<Long> areNew = Set.copyOf(newBuyers);
        Set<Long> withContact = new HashSet<>();
        contacts.forEach((buyer, contact) -> {
            RecentBuyers.Fingerprint fingerprint = fingerprintOf(contact.latest());
            boolean isStored = isStored(buyer, fingerprint);
            if (!isStored && !areNew.contains(buyer)) {
                withContact.add(buyer);
            }
            // What will be stored of others is seen only by who writes it.
            recent.learnContact(buyer, isStored || areNew.contains(buyer) ? fingerprint : null);
        });
        Map<IdentityKey, RecentBuyers.Owner> coming = new HashMap<>();
        newKeys.forEach((key, owner) -> {
            long buyer = known.current(owner);
            coming.put(key, new RecentBuyers.Owner(buyer, known.hasPlatformId(buyer)));
        });
        recent.end(coming, withContact);
    }

    /** Lets go what is needed only to store a batch: a rehearsal goes through a whole file and stores nothing. */
    public void forgetDetails() {
        recent.begin();
        known.forgetContacts();
        newBuyers.clear();
        proofs.clear();
        said.clear();
        storedContacts.clear();
        contacts.clear();
        newKeys.clear();
        claims.clear();
        platformIds.clear();
    }

    /** The buyers whom no key led to, in the sequence of their orders. */
    public List<Long> newBuyers() {
        return newBuyers;
    }

    /** Buyers that the orders have proved to be one, in the sequence in which they are to be merged. */
    public List<MergeProof> proofs() {
        return proofs;
    }

    /** What is known of stored buyers, to be filled before the first question. */
    KnownBuyers known() {
        return known;
    }

    Map<IdentityKind, IdentityKey> keysOf(BuyerDetails details) {
        Map<IdentityKind, IdentityKey> keys = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            IdentityKey key = keyOf(details, kind);
            if (key != null) {
                keys.put(kind, key);
            }
        }
        return keys;
    }

    /** Null if the details have none. */
    IdentityKey keyOf(BuyerDetails details, IdentityKind kind) {
        String value = details.valueOf(kind);
        return value == null ? null : identityKeys.of(kind, value);
    }

    public long shopId() {
        return identityKeys.shopId();
    }

    public byte[] contactHashOf(BuyerDetails contact) {
        return identityKeys.contactHashOf(contact);
    }

    public Map<IdentityKey, Long> newKeys() {
        return newKeys;
    }

    public Map<Long, String> platformIds() {
        return platformIds;
    }

    public Map<Long, Contact> contacts() {
        return contacts;
    }

    /** The keys that each buyer is new to: all of a new buyer's, even such as belong to somebody else. */
    public Map<Long, Set<IdentityKey>> claims() {
        return claims;
    }

    /** The buyers that may be this order's, each once, the strongest key first. */
    private List<Lead> leadsOf(BuyerDetails details, Map<IdentityKind, IdentityKey> keys) {
        List<Lead> leads = new ArrayList<>();
        Collection<Long> seen = new HashSet<>();
        keys.forEach((kind, key) -> {
            Long buyer = known.ownerOf(key);
            boolean isStranger =
                    kind != IdentityKind.PLATFORM && details.platformId() != null && known.hasPlatformId(buyer);
            if (buyer != null && !isStranger && seen.add(buyer)) {
                leads.add(new Lead(kind, buyer));
            }
        });
        return leads;
    }

    /** The first of them, made one with those of the others that it can be one with. */
    private long unite(List<Lead> leads) {
        long one = leads.get(0).buyer();
        for (Lead other : leads.subList(1, leads.size())) {
            if (known.mayBeOne(one, other.buyer())) {
                long kept = known.keptOf(one, other.buyer());
                long gone = kept == one ? other.buyer() : one;
                recent.merged();
                proofs.add(new MergeProof(kept, gone, leads.get(0).kind(), other.kind()));
                known.merge(kept, gone);
                one = kept;
            }
        }
        return one;
    }

    private void remember(long buyer, Map<IdentityKind, IdentityKey> keys, BuyerDetails details, Instant orderedAt) {
        for (IdentityKey key : keys.values()) {
            if (known.learn(key, buyer)) {
                newKeys.put(key, buyer);
                claims.computeIfAbsent(buyer, b -> new LinkedHashSet<>()).add(key);
            }
        }
        if (details.platformId() != null) {
            platformIds.putIfAbsent(buyer, details.platformId());
            known.learnPlatformIdOf(buyer);
        }
        rememberContact(buyer, details, orderedAt);
    }

    private void rememberContact(long buyer, BuyerDetails details, Instant orderedAt) {
        if (details.hasContact()) {
            contacts.merge(
                    buyer, new Contact(details, details, orderedAt), (known, ignored) -> known.and(details, orderedAt));
        }
    }

    private RecentBuyers.Fingerprint fingerprintOf(BuyerDetails details) {
        return said(details).fingerprint();
    }

    private Said said(BuyerDetails details) {
        return said.computeIfAbsent(details, d -> said(identityKeys.fingerprintOf(d)));
    }

    private Said said(RecentBuyers.Fingerprint fingerprint) {
        return new Said(fingerprint, recent.buyerOf(fingerprint));
    }
}
