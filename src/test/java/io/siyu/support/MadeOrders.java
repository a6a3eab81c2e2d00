package io.siyu.support;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Orders of a made-up shop over three years. Every order is a function of its place in the sequence, so any stretch of
 * them can be had without the others. Buyers turn up evenly over time; some buy again often, most seldom.
 */
public final class MadeOrders {
    private static final LocalDateTime START = LocalDateTime.of(2022, 1, 1, 0, 0);
    private static final long SECONDS = Duration.ofDays(3 * 365).toSeconds();
    private static final long FIRST_NUMBER = 2_000_005_363_651_017_850L;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final String[] TITLES = {
        "白瓷心形烛台", "红色木质挂钟", "手绘陶瓷茶杯三件套", "亚麻格子餐巾", "复古黄铜门牌", "云朵小夜灯", "羊毛毡收纳篮", "玻璃香薰瓶 100ml",
    };

    private final long seed;
    private final int orders;
    private final int ordersABuyer;

    /** @param buyers how many there are when all orders have come; every one of them buys */
    public MadeOrders(long seed, int orders, int buyers) {
        this.seed = seed;
        this.orders = orders;
        this.ordersABuyer = orders / buyers;
        if (ordersABuyer * buyers != orders) {
            throw new IllegalArgumentException("The orders must be a multiple of the buyers");
        }
    }

    public int count() {
        return orders;
    }

    public MadeOrder at(int index) {
        SplittableRandom random = new SplittableRandom(seed + STEP * index);
        LocalDateTime created = START.plusSeconds((long) ((double) SECONDS * index / orders));
        MadeOrder.State state = state(random.nextInt(100));
        long paid = state == MadeOrder.State.UNPAID || state == MadeOrder.State.CLOSED ? 0 : cents(random);
        long refund = state == MadeOrder.State.REFUNDED ? paid : state == MadeOrder.State.PARTIAL ? paid / 4 : 0;
        List<String> titles = new ArrayList<>();
        for (int line = random.nextInt(5) / 2; line >= 0; line--) {
            titles.add(TITLES[random.nextInt(TITLES.length)] + " " + random.nextInt(1000));
        }
        boolean isPaid = state != MadeOrder.State.UNPAID && state != MadeOrder.State.CLOSED;
        return new MadeOrder(
                FIRST_NUMBER + 4L * index,
                buyer(index, random),
                state,
                created,
                isPaid ? created.plusSeconds(20 + random.nextInt(600)) : null,
                paid,
                refund,
                titles,
                titles.size() + random.nextInt(3));
    }

    private int buyer(int index, SplittableRandom random) {
        int newest = index / ordersABuyer;
        if (index % ordersABuyer == 0) {
            return newest;
        }
        while (true) {
            int candidate = random.nextInt(newest + 1);
            double zeal = new SplittableRandom(seed ^ STEP * candidate).nextDouble();
            if (random.nextDouble() < 0.03 + zeal * zeal * zeal) {
                return candidate;
            }
        }
    }

    /** Four in a hundred are never paid, three are refunded, one of them in part. */
    private static MadeOrder.State state(int percent) {
        if (percent < 2) {
            return MadeOrder.State.UNPAID;
        }
        if (percent < 4) {
            return MadeOrder.State.CLOSED;
        }
        if (percent < 6) {
            return MadeOrder.State.REFUNDED;
        }
        if (percent < 7) {
            return MadeOrder.State.PARTIAL;
        }
        return percent < 15 ? MadeOrder.State.SHIPPED : MadeOrder.State.COMPLETED;
    }

    private static long cents(SplittableRandom random) {
        return 4L * (100 + random.nextInt(1 + random.nextInt(20_000)));
    }
}
