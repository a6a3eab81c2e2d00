package io.siyu.buyer.match;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class StoredBuyersTest {
    private static final int MANY = 100_000;

    private final Random random = new Random(1);

    private IdentityKey key() {
        return new IdentityKey(
                IdentityKind.PHONE,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .array());
    }

    @Test
    void missesNoKeyAndSeldomTakesOneForStored() {
        StoredBuyers stored = new StoredBuyers();
        assertThat(stored.mayHave(key())).isFalse();
        IdentityKey[] keys = IntStream.range(0, MANY).mapToObj(i -> key()).toArray(IdentityKey[]::new);
        for (IdentityKey key : keys) {
            stored.addKey(key);
        }

        assertThat(keys).allMatch(stored::mayHave);
        assertThat(IntStream.range(0, MANY).filter(i -> stored.mayHave(key()))).hasSizeLessThan(MANY / 50);
    }
}
