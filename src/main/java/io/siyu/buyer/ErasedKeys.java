package io.siyu.buyer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * By which keys some orders may name people who were erased after these orders were received: nothing of such a person is
 * learned from them.
 */
final class ErasedKeys {
    private final Map<IdentityKey, Long> buyers = new HashMap<>();
    private final Set<Long> withPlatformId = new HashSet<>();

    void learn(IdentityKey key, long buyer) {
        buyers.put(key, buyer);
        if (key.kind() == IdentityKind.PLATFORM) {
            withPlatformId.add(buyer);
        }
    }

    boolean areAmong(Map<IdentityKind, IdentityKey> keys) {
        return !buyers.isEmpty() && keys.values().stream().anyMatch(buyers::containsKey);
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
                isErased(keys, IdentityKind.PLATFORM) ? null : details.platformId(),
                isErased(keys, IdentityKind.PHONE) ? null : details.phone(),
                isErased(keys, IdentityKind.EMAIL) ? null : details.email(),
                null,
                null);
    }

    private boolean isErased(Map<IdentityKind, IdentityKey> keys, IdentityKind kind) {
        IdentityKey key = keys.get(kind);
        return key != null && buyers.containsKey(key);
    }
}
