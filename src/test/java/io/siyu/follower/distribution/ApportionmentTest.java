package io.siyu.follower.distribution;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ApportionmentTest {

    @Property
    void nobodyGetsMoreThanThereIsRoomForAndNothingThatFitsIsLeft(
            @ForAll @IntRange(max = 500) int total,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 6) Integer> weights,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(max = 120) Integer> rooms) {
        int[] weight = ints(weights);
        int[] room = ints(rooms.subList(0, weights.size()));

        int[] given = Apportionment.share(total, weight, room);

        int fits = 0;
        for (int side = 0; side < weight.length; side++) {
            assertThat(given[side]).isBetween(0, weight[side] == 0 ? 0 : room[side]);
            fits += weight[side] == 0 ? 0 : room[side];
        }
        assertThat(IntStream.of(given).sum()).isEqualTo(Math.min(total, fits));
    }

    @Property
    void whereThereIsRoomEverySideGetsItsPartWithinOne(
            @ForAll @IntRange(max = 500) int total,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> weights) {
        int[] weight = ints(weights);
        int[] room = IntStream.range(0, weight.length).map(side -> total).toArray();
        int sum = IntStream.of(weight).sum();

        int[] given = Apportionment.share(total, weight, room);

        for (int side = 0; side < weight.length; side++) {
            assertThat(Math.abs(given[side] - (double) total * weight[side] / sum))
                    .isLessThan(1);
        }
    }

    @Property
    void dealingKeepsTheQuotasAtEveryPointWithinOne(
            @ForAll @Size(min = 1, max = 2) List<@IntRange(max = 60) Integer> quotas) {
        int[] quota = ints(quotas);
        int[] dealt = new int[quota.length];
        int[] sides = Apportionment.deal(quota);
        for (int thing = 0; thing < sides.length; thing++) {
            dealt[sides[thing]]++;
            for (int side = 0; side < quota.length; side++) {
                assertThat(Math.abs(dealt[side] - (double) quota[side] * (thing + 1) / sides.length))
                        .isLessThanOrEqualTo(1);
            }
        }
        assertThat(dealt).isEqualTo(quota);
    }

    @Test
    void remaindersGoToTheLargest() {
        assertThat(Apportionment.share(10, new int[] {1, 1, 1}, new int[] {9, 9, 9}))
                .containsExactly(4, 3, 3);
        assertThat(Apportionment.share(10, new int[] {3, 1}, new int[] {5, 9})).containsExactly(5, 5);
        assertThat(Apportionment.deal(new int[] {2, 1})).containsExactly(0, 1, 0);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
