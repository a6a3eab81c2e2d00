package io.siyu.buyer;

import io.siyu.platform.numbers.LongHashSet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom the orders of one run of batches were found to be from, by all that they say of their buyer. An order that says
 * the same as an earlier one has the same buyer and nothing new to tell: for most orders of a large file nothing has to
 * be looked up. It holds only for as long as nobody else writes the shop's buyers; whoever keeps it clears it then.
 */
public final class RecentBuyers {
    /** About 200 bytes each. */
    private static final int MOST = 400_000;

    private final Map<Print, Long> buyers = new HashMap<>();
    private final Map<Long, Print> contacts = new HashMap<>();
    private final Map<Print, Long> newBuyers = new HashMap<>();
    private final Map<Long, Print> newContacts = new HashMap<>();
    private final List<IdentityKey> newKeys = new ArrayList<>();
    private boolean hasMerged;
    private LongHashSet storedKeys;

    /** Half of a keyed hash of everything that an order says of its buyer. */
    public record Print(long high, long low) {
        static Print of(byte[] hash) {
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new Print(bytes.getLong(), bytes.getLong());
        }
    }

    /** Or null if no order has said so yet. */
    Long buyerOf(Print print) {
        return buyers.get(print);
    }

    /** Whether these are the words that are stored as the buyer's contact. */
    boolean isContactOf(long buyer, Print print) {
        return print.equals(contacts.get(buyer));
    }

    /** Whether a key can be in the database at all; true where that is not known. */
    boolean mayBeStored(IdentityKey key) {
        return storedKeys == null || storedKeys.contains(key.prefix());
    }

    /** @param keys the beginnings of all keys of the shop */
    void learnStoredKeys(LongHashSet keys) {
        storedKeys = keys;
    }

    void learnKey(IdentityKey key) {
        newKeys.add(key);
    }

    void learn(Print print, long buyer) {
        newBuyers.put(print, buyer);
    }

    void learnContact(long buyer, Print print) {
        newContacts.put(buyer, print);
    }

    /** Buyers of the batch have become one: when it is committed, what was known of either is void. */
    void merged() {
        hasMerged = true;
    }

    /** The batch that taught it is in the database. */
    public void committed() {
        if (hasMerged || buyers.size() + newBuyers.size() > MOST) {
            buyers.clear();
            contacts.clear();
        }
        if (!hasMerged) {
            buyers.putAll(newBuyers);
            contacts.putAll(newContacts);
        }
        if (storedKeys != null) {
            newKeys.forEach(key -> storedKeys.add(key.prefix()));
        }
        begin();
    }

    /** What was learned since the last batch was committed did not come to pass. */
    void begin() {
        newBuyers.clear();
        newContacts.clear();
        newKeys.clear();
        hasMerged = false;
    }

    public void clear() {
        buyers.clear();
        contacts.clear();
        storedKeys = null;
        begin();
    }
}
