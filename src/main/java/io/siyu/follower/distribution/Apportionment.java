package io.siyu.follower.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares things out by weight, each side getting no more than it has room for. */
final class Apportionment {
    private Apportionment() {}

    /**
     * Largest remainder (Hamilton); what a full side cannot take is shared out again among the others.
     *
     * @param total how many things there are
     * @param weights not negative; a side of weight 0 gets nothing
     * @param rooms how many each side can take, not negative
     * @return how many each side gets: as many as fit, at most the total
     */
    static int[] share(int total, int[] weights, int[] rooms) {
        int[] given = new int[weights.length];
        List<Integer> open = open(weights, rooms, given);
        int left = total;
        while (left > 0 && !open.isEmpty()) {
            int[] quotas = quotas(left, weights, open);
            for (int side : open) {
                int taken = Math.min(quotas[side], rooms[side] - given[side]);
                given[side] += taken;
                left -= taken;
            }
            open = open(weights, rooms, given);
        }
        return given;
    }

    private static List<Integer> open(int[] weights, int[] rooms, int[] given) {
        return IntStream.range(0, weights.length)
                .filter(side -> weights[side] > 0 && given[side] < rooms[side])
                .boxed()
                .toList();
    }

    private static int[] quotas(int total, int[] weights, List<Integer> open) {
        int[] quotas = new int[weights.length];
        long sum = open.stream().mapToLong(side -> weights[side]).sum();
        int rest = total;
        for (int side : open) {
            quotas[side] = (int) ((long) total * weights[side] / sum);
            rest -= quotas[side];
        }
        List<Integer> byRemainder = new ArrayList<>(open);
        byRemainder.sort(Comparator.comparingLong((Integer side) -> -((long) total * weights[side] % sum)));
        for (int side : byRemainder.subList(0, rest)) {
            quotas[side]++;
        }
        return quotas;
    }

    /**
     * Deals things that are sorted by value, so that at every point each side has had about its part of the good ones.
     *
     * @param quotas how many each side gets
     * @return the side that each thing goes to
     */
    static int[] deal(int[] quotas) {
        int total = IntStream.of(quotas).sum();
        int[] dealt = new int[quotas.length];
        int[] sides = new int[total];
        for (int thing = 0; thing < total; thing++) {
            int best = -1;
            long most = 0;
            for (int side = 0; side < quotas.length; side++) {
                long behind = (long) quotas[side] * (thing + 1) - (long) dealt[side] * total;
                if (dealt[side] < quotas[side] && (best < 0 || behind > most)) {
                    best = side;
                    most = behind;
                }
            }
            dealt[best]++;
            sides[thing] = best;
        }
        return sides;
    }
}
