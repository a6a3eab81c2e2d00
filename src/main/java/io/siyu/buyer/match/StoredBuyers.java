package io.siyu.buyer.match;

import com.carrotsearch.hppc.LongLongHashMap;
import org.apache.commons.collections4.bloomfilter.BloomFilter;
import org.apache.commons.collections4.bloomfilter.EnhancedDoubleHasher;
import org.apache.commons.collections4.bloomfilter.Shape;
import org.apache.commons.collections4.bloomfilter.SimpleBloomFilter;

import java.nio.ByteBuffer;

/**
 * What is stored of a shop's buyers at one moment, in as little room as a million of them need, so that a large import
 * need not look them up one by one.
 */
public final class StoredBuyers {
    /** Some thirty megabytes of them. Whoever comes behind them is looked up. */
    private static final int MOST_BUYERS = 1_500_000;

    /** Six megabytes, whether they are few or many; of keys that are not there, one in a hundred is looked up in vain. */
    private static final Shape KEYS = Shape.fromNP(BuyerLookUp.MOST_KEYS + 1_000_000, 0.01);

    private final BloomFilter<?> keys = new SimpleBloomFilter(KEYS);
    private final LongLongHashMap buyers = new LongLongHashMap();

    void addKey(IdentityKey key) {
        keys.merge(new EnhancedDoubleHasher(key.bytes()));
    }

    void add(IdentityKey platformId, byte[] contactHash, long buyer) {
        if (buyers.size() < MOST_BUYERS) {
            buyers.put(sign(platformId, contactHash), buyer);
        }
    }

    boolean hasBuyers() {
        return !buyers.isEmpty();
    }

    /** Whether a key may be there. */
    boolean mayHave(IdentityKey key) {
        return keys.contains(new EnhancedDoubleHasher(key.bytes()));
    }

    /** Who has the platform id and the contact, or null if nobody. */
    Long buyerWith(IdentityKey platformId, byte[] contactHash) {
        long buyer = buyers.getOrDefault(sign(platformId, contactHash), 0);
        return buyer == 0 ? null : Long.valueOf(buyer);
    }

    /** Two of a million buyers have the same one with a chance of one in forty million. */
    private static long sign(IdentityKey platformId, byte[] contactHash) {
        return platformId.prefix() ^ ByteBuffer.wrap(contactHash).getLong();
    }
}
