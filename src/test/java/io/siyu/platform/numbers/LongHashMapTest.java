package io.siyu.platform.numbers;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class LongHashMapTest {
    private static final int MANY = 200_000;
    private static final long ABSENT = -7;

    @Property
    void holdsWhatAMapOfObjectsHolds(@ForAll @Size(max = 300) List<@LongRange(min = -20, max = 20) Long> keys) {
        LongHashMap map = new LongHashMap();
        Map<Long, Long> reference = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), i);
            reference.put(keys.get(i), (long) i);
        }

        assertThat(map.size()).isEqualTo(reference.size());
        for (long key = -21; key <= 21; key++) {
            assertThat(map.contains(key)).isEqualTo(reference.containsKey(key));
            assertThat(map.get(key, ABSENT)).isEqualTo(reference.getOrDefault(key, ABSENT));
        }
    }

    @Property
    void aSetTellsWhoCameForTheFirstTime(@ForAll List<Long> numbers) {
        LongHashSet set = new LongHashSet();
        Set<Long> reference = new HashSet<>();

        numbers.forEach(number -> assertThat(set.add(number)).isEqualTo(reference.add(number)));
        assertThat(set.size()).isEqualTo(reference.size());
        assertThat(numbers).allMatch(set::contains);
    }

    /** Ids grow evenly: they are to be spread, however often the table has grown. */
    @Test
    void growsWithIdsThatGrow() {
        for (long step : new long[] {1, 1 << 12, 1L << 40}) {
            LongHashMap map = new LongHashMap();
            for (long i = 0; i < MANY; i++) {
                map.put(i * step, i);
            }

            assertThat(map.size()).isEqualTo(MANY);
            for (long i = 0; i < MANY; i++) {
                assertThat(map.get(i * step, ABSENT)).isEqualTo(i);
                assertThat(map.contains(-1 - i * step)).isFalse();
            }
        }
    }
}
