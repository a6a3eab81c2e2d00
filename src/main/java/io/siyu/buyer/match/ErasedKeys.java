package io.siyu.buyer.match;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * By which keys some orders may name people who were erased. Of one who was erased after these orders were received nothing
 * is learned from them. One who was erased before may be somebody new by now; but the order of another one, made before the
 * erasure, is a present, which tells who got it.
 */
final class ErasedKeys {
    private final Map<IdentityKey, Long> buyers = new HashMap<>();
    private final Map<IdentityKey, Earlier> earlier = new HashMap<>();
    private final Set<Long> withPlatformId = new HashSet<>();

    /** Somebody erased before the orders were received. */
    private record Earlier(long buyer, Instant erasedAt) {}

    void learn(IdentityKey key, long buyer) {
        buyers.put(key, buyer);
        learnPlatformId(key, buyer);
    }

    /** Of somebody who was erased before the orders were received. */
    void learnEarlier(IdentityKey key, long buyer, Instant erasedAt) {
        earlier.put(key, new Earlier(buyer, erasedAt));
        learnPlatformId(key, buyer);
    }

    private void learnPlatformId(IdentityKey key, long buyer) {
        if (key.kind() == IdentityKind.PLATFORM) {
            withPlatformId.add(buyer);
        }
    }

    boolean areAmong(Map<IdentityKind, IdentityKey> keys) {
        return !buyers.isEmpty() && keys.values().stream().anyMatch(buyers::containsKey);
    }

    /** Whether it is another's order of the time before the erasure that somebody was to get. */
    boolean arePresent(Map<IdentityKind, IdentityKey> keys, Instant orderedAt) {
        IdentityKey platformId = keys.get(IdentityKind.PLATFORM);
        return !earlier.isEmpty()
                && platformId != null
                && !isErased(platformId)
                && keys.values().stream()
                        .map(earlier::get)
                        .anyMatch(erased -> erased != null
                                && withPlatformId.contains(erased.buyer())
                                && orderedAt.isBefore(erased.erasedAt()));
    }

    /** Whether nothing is to be taken for known that has such keys. */
    boolean mayBeAmong(Map<IdentityKind, IdentityKey> keys) {
        return !(buyers.isEmpty() && earlier.isEmpty())
                && keys.values().stream().anyMatch(this::isErased);
    }

    /**
     * What is left of the erased buyer whose order it is, by its strongest key that leads to anybody.
     *
     * @param known to whom the keys lead now
     * @return null if it is the order of somebody else
     */
    Long buyerOf(Map<IdentityKind, IdentityKey> keys, KnownBuyers known) {
        boolean saysPlatformId = keys.containsKey(IdentityKind.PLATFORM);
        for (Map.Entry<IdentityKind, IdentityKey> key : keys.entrySet()) {
            Long erased = buyers.get(key.getValue());
            // A buyer with a platform id is never the buyer of an order with another one.
            boolean isStranger = erased != null
                    && saysPlatformId
                    && key.getKey() != IdentityKind.PLATFORM
                    && withPlatformId.contains(erased);
            if (erased != null && !isStranger) {
                return erased;
            }
            if (erased == null && known.ownerOf(key.getValue()) != null) {
                return null;
            }
        }
        return null;
    }

    /** What an order says of its buyer without what was the erased person's: name and address may be, too. */
    BuyerDetails without(BuyerDetails details, Map<IdentityKind, IdentityKey> keys) {
        return new BuyerDetails(
                isErased(keys.get(IdentityKind.PLATFORM)) ? null : details.platformId(),
                isErased(keys.get(IdentityKind.PHONE)) ? null : details.phone(),
                isErased(keys.get(IdentityKind.EMAIL)) ? null : details.email(),
                null,
                null);
    }

    private boolean isErased(IdentityKey key) {
        return key != null && (buyers.containsKey(key) || earlier.containsKey(key));
    }
}
