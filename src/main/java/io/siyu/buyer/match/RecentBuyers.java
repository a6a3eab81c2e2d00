package io.siyu.buyer.match;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Whom the orders of one run of batches were found to be from, by all that they say of their buyer. An order that says
 * the same as an earlier one has the same buyer and nothing new to tell: for most orders of a large file nothing has to
 * be looked up. Batches are written in the sequence in which they were asked about, but maybe later: what an earlier one
 * has told is good before it is in the database. It holds only for as long as nobody else writes the shop's buyers and
 * every batch comes to be written; whoever keeps it clears it then.
 */
public final class RecentBuyers {
    /** Some thirty megabytes of them. */
    private static final int MOST = 750_000;

    private static final long NOT_KNOWN = 0;

    /** By fingerprint. */
    private LongLongHashMap buyers = new LongLongHashMap();
    /** Fingerprints by buyer. */
    private LongLongHashMap contacts = new LongLongHashMap();

    private final Map<Fingerprint, Long> newBuyers = new HashMap<>();
    private final Map<Long, Fingerprint> newContacts = new HashMap<>();
    /** What is not in the database yet, the oldest batch first. */
    private final Deque<Coming> coming = new ArrayDeque<>();

    private boolean hasMerged;
    private StoredBuyers stored;
    private boolean hasMergedStored;
    private LongHashSet withNewContact = new LongHashSet();

    /**
     * Of everything that an order says of its buyer.
     *
     * @param sign the beginning of a keyed hash: two of a million are the same with a chance of one in forty million
     */
    public record Fingerprint(long sign) {
        /** @param hash of a text in the field that the first parameter names */
        static Fingerprint of(BuyerDetails details, BiFunction<String, String, byte[]> hash) {
            String all = details.platformId()
                    + '\n'
                    + details.phone()
                    + '\n'
                    + details.email()
                    + '\n'
                    + details.name()
                    + '\n'
                    + details.address();
            return new Fingerprint(ByteBuffer.wrap(hash.apply("DETAILS", all)).getLong());
        }
    }

    /** Whom a key leads to. */
    record Owner(long buyer, boolean hasPlatformId) {}

    /**
     * What a batch on its way brings.
     *
     * @param withPlatformId the owners who have one
     * @param hasMerges whether it makes buyers one, which rewrites keys that are stored
     */
    private record Coming(Map<IdentityKey, Owner> keys, Set<Long> withPlatformId, boolean hasMerges) {
        static Coming of(Map<IdentityKey, Owner> keys, boolean hasMerges) {
            Set<Long> withPlatformId = keys.values().stream()
                    .filter(Owner::hasPlatformId)
                    .map(Owner::buyer)
                    .collect(Collectors.toSet());
            return new Coming(keys, withPlatformId, hasMerges);
        }
    }

    /** Or null if no order has said so yet. */
    Long buyerOf(Fingerprint fingerprint) {
        long buyer = buyers.getOrDefault(fingerprint.sign(), NOT_KNOWN);
        return buyer == NOT_KNOWN ? null : Long.valueOf(buyer);
    }

    /** Whether these are the words that are stored as the buyer's contact. */
    boolean isContactOf(long buyer, Fingerprint fingerprint) {
        return fingerprint.sign() != NOT_KNOWN && fingerprint.sign() == contacts.getOrDefault(buyer, NOT_KNOWN);
    }

    /** Whether a key can be in the database at all; true where that is not known. */
    boolean mayBeStored(IdentityKey key) {
        return stored == null || stored.mayHave(key);
    }

    /** Whom a key leads to that is not in the database yet, or null. */
    Owner comingOwnerOf(IdentityKey key) {
        for (Coming batch : coming) {
            Owner owner = batch.keys().get(key);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** Whether the owners that the database tells may be others by the time the next batch is written. */
    public boolean areMergesComing() {
        return coming.stream().anyMatch(Coming::hasMerges);
    }

    /** Whether the buyer gets a platform id of which neither the database nor the batch that brought the buyer tells. */
    boolean getsPlatformId(long buyer) {
        return coming.stream().anyMatch(batch -> batch.withPlatformId().contains(buyer));
    }

    /** Whether a batch may have changed the contact of a stored buyer: what was stored before need not hold any more. */
    boolean hasNewContact(long buyer) {
        return withNewContact.contains(buyer);
    }

    /** Who was stored with the platform id and the contact when the run began, or null if that is not known. */
    Long storedBuyerWith(IdentityKey platformId, byte[] contactHash) {
        return hasStoredBuyers() ? stored.buyerWith(platformId, contactHash) : null;
    }

    boolean hasStoredBuyers() {
        return stored != null && stored.hasBuyers() && !hasMergedStored;
    }

    /** @param buyers null if they are too many to be held */
    public void learnStored(StoredBuyers buyers) {
        stored = buyers;
    }

    void learn(Fingerprint fingerprint, long buyer) {
        newBuyers.put(fingerprint, buyer);
    }

    /** @param fingerprint null if it is not known what will be stored */
    void learnContact(long buyer, Fingerprint fingerprint) {
        newContacts.put(buyer, fingerprint);
    }

    /** Buyers of the batch have become one: behind it, what was known of either is void. */
    void merged() {
        hasMerged = true;
    }

    /**
     * A batch is over, of which the next ones may know.
     *
     * @param keys those it brings
     * @param withContact the buyers stored before whose contact it may change
     */
    void end(Map<IdentityKey, Owner> keys, Set<Long> withContact) {
        withContact.forEach(withNewContact::add);
        hasMergedStored |= hasMerged;
        if (hasMerged || buyers.size() + newBuyers.size() > MOST) {
            forget();
        }
        if (!hasMerged) {
            newBuyers.forEach((fingerprint, buyer) -> buyers.put(fingerprint.sign(), buyer));
            newContacts.forEach(
                    (buyer, fingerprint) -> contacts.put(buyer, fingerprint == null ? NOT_KNOWN : fingerprint.sign()));
        }
        coming.add(Coming.of(keys, hasMerged));
        begin();
    }

    /** The oldest of the batches that were not in the database now is. */
    public void committed() {
        Coming batch = coming.poll();
        if (stored != null && batch != null) {
            batch.keys().keySet().forEach(stored::addKey);
        }
    }

    /** What was learned of a batch that has not come to its end is void. */
    void begin() {
        newBuyers.clear();
        newContacts.clear();
        hasMerged = false;
    }

    private void forget() {
        buyers = new LongLongHashMap();
        contacts = new LongLongHashMap();
    }

    public void clear() {
        forget();
        coming.clear();
        stored = null;
        hasMergedStored = false;
        withNewContact = new LongHashSet();
        begin();
    }
}
