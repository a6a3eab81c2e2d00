package io.siyu.buyer.match;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongLongHashMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who the keys of a batch of orders lead to, and what decides whether two of these may be one. A rehearsal comes to know
 * all buyers of a file: of each there is no more than a few numbers.
 */
final class KnownBuyers {
    private static final long NOBODY = 0;

    /** By the beginnings of their keys, of which two of four million are the same with a chance of one in two million. */
    private final LongLongHashMap owners = new LongLongHashMap();

    private final LongHashSet withPlatformId = new LongHashSet();
    private final Set<Long> erased = new HashSet<>();
    private final Map<Long, byte[]> contactHashes = new HashMap<>();
    private final LongLongHashMap mergedInto = new LongLongHashMap();
    private final Set<Apart> apart = new HashSet<>();

    /** Two buyers of whom somebody said that they are not one. */
    record Apart(long one, long other) {}

    boolean hasOwner(IdentityKey key) {
        return owners.containsKey(key.prefix());
    }

    /** The buyer that the key leads to now, or null. */
    Long ownerOf(IdentityKey key) {
        long owner = owners.getOrDefault(key.prefix(), NOBODY);
        return owner == NOBODY ? null : Long.valueOf(current(owner));
    }

    /** @return whether the key was nobody's */
    boolean learn(IdentityKey key, long buyer) {
        boolean isNew = !hasOwner(key);
        if (isNew) {
            owners.put(key.prefix(), buyer);
        }
        return isNew;
    }

    void learnPlatformIdOf(long buyer) {
        withPlatformId.add(buyer);
    }

    /** @param hash of the contact that is stored, null if none is */
    void learnContactHash(long buyer, byte[] hash) {
        contactHashes.put(buyer, hash);
    }

    void learnErased(long buyer) {
        erased.add(buyer);
    }

    void learnApart(Apart pair) {
        apart.add(pair);
    }

    boolean isErased(long buyer) {
        return erased.contains(buyer);
    }

    void forgetContacts() {
        contactHashes.clear();
    }

    /** Null if there is none, or it is not known. */
    byte[] contactHashOf(long buyer) {
        return contactHashes.get(buyer);
    }

    boolean hasPlatformId(Long buyer) {
        return buyer != null && withPlatformId.contains(buyer);
    }

    /** The buyer who this one is by now. */
    long current(long buyer) {
        long current = buyer;
        while (mergedInto.containsKey(current)) {
            current = mergedInto.getOrDefault(current, NOBODY);
        }
        return current;
    }

    /** Not if both have platform ids, and not if they were one already and were parted by hand. */
    boolean mayBeOne(long a, long b) {
        return !(hasPlatformId(a) && hasPlatformId(b))
                && apart.stream().noneMatch(pair -> {
                    long one = current(pair.one());
                    long other = current(pair.other());
                    return one == a && other == b || one == b && other == a;
                });
    }

    /** Who of two that are one stays: the one with the platform id, else the older one. */
    long keptOf(long a, long b) {
        if (hasPlatformId(a) != hasPlatformId(b)) {
            return hasPlatformId(a) ? a : b;
        }
        return Math.min(a, b);
    }

    void merge(long kept, long gone) {
        mergedInto.put(gone, kept);
    }
}
