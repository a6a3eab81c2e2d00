package io.siyu.tier;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

class SpendPercentilesTest {
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);
    private static final int MANY = 400_000;
    private static final int ASKING = 4;

    @Test
    void whoeverAsksAtOnceIsToldTheSame() throws Exception {
        SpendPercentiles spends = new SpendPercentiles();
        SplittableRandom random = new SplittableRandom(1);
        long[] cents = random.longs(MANY, 0, 100_000_000).toArray();
        for (long each : cents) {
            spends.add(BigDecimal.valueOf(each, 2));
        }
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        try {
            CyclicBarrier together = new CyclicBarrier(ASKING);
            List<Future<BigDecimal>> answers = new ArrayList<>();
            for (int i = 0; i < ASKING; i++) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return spends.at(NINETY);
                }));
            }
            Arrays.sort(cents);
            for (Future<BigDecimal> answer : answers) {
                assertThat(answer.get()).isEqualByComparingTo(BigDecimal.valueOf(cents[MANY / 10 * 9 - 1], 2));
            }
            assertThat(spends.at(BigDecimal.valueOf(100))).isEqualByComparingTo(BigDecimal.valueOf(cents[MANY - 1], 2));
        } finally {
            threads.shutdownNow();
        }
    }
}
