package io.siyu.buyer.match;

import java.nio.ByteBuffer;
import java.util.Comparator;

/** One thing that a buyer is known by, as its keyed hash: enough to find the buyer, not enough to call. */
public record IdentityKey(IdentityKind kind, ByteBuffer hash) implements Comparable<IdentityKey> {
    /** As the database sorts them. */
    private static final Comparator<IdentityKey> IN_INDEX = Comparator.comparing((IdentityKey key) -> key.kind.name())
            .thenComparing(IdentityKey::prefix, Long::compareUnsigned)
            .thenComparing(IdentityKey::hash);

    public IdentityKey(IdentityKind kind, byte[] hash) {
        this(kind, ByteBuffer.wrap(hash).asReadOnlyBuffer());
    }

    /** The first eight bytes: of a few million keys hardly two have the same. */
    long prefix() {
        return hash.getLong(hash.position());
    }

    @Override
    public int compareTo(IdentityKey other) {
        return IN_INDEX.compare(this, other);
    }

    public byte[] bytes() {
        byte[] bytes = new byte[hash.remaining()];
        hash.duplicate().get(bytes);
        return bytes;
    }
}
