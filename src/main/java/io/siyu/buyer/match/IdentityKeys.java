package io.siyu.buyer.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The keyed hashes of one shop's values. Orders name the same buyers again and again: the latest hashes are kept. */
final class IdentityKeys {
    private static final int MOST = 100_000;
    private static final float LOAD = 0.75f;

    private final long shopId;
    private final BiFunction<String, String, byte[]> hash;
    private final Map<Value, IdentityKey> latest = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Value, IdentityKey> eldest) {
            return size() > MOST;
        }
    };

    private record Value(IdentityKind kind, String text) {}

    IdentityKeys(long shopId, BiFunction<String, String, byte[]> hash) {
        this.shopId = shopId;
        this.hash = hash;
    }

    long shopId() {
        return shopId;
    }

    IdentityKey of(IdentityKind kind, String value) {
        return latest.computeIfAbsent(
                new Value(kind, value), v -> new IdentityKey(kind, hash.apply(kind.name(), value)));
    }

    RecentBuyers.Fingerprint fingerprintOf(BuyerDetails details) {
        return RecentBuyers.Fingerprint.of(details, hash);
    }

    /** By which a buyer's contact is known again, without being read. */
    byte[] contactHashOf(BuyerDetails details) {
        return hash.apply(
                "CONTACT", details.phone() + '\n' + details.email() + '\n' + details.name() + '\n' + details.address());
    }
}
