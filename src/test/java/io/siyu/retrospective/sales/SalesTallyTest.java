package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;
import io.siyu.retrospective.comparison.Sales;
import io.siyu.retrospective.comparison.Spending;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class SalesTallyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final Touch.ScriptVersion WORDS = new Touch.ScriptVersion(7L, 2);
    private static final Listing IN = new Listing(Arm.INCLUDED, 1L, Tier.VIP);
    private static final Listing OUT = new Listing(Arm.HELD_OUT, 1L, Tier.VIP);

    private final SalesTally tally =
            new SalesTally(new PublicTouches(List.of(new Touch(NOON, 20L, WORDS, 1L, 5L))), Map.of(9L, OUT));

    /** Case 14 of what was seen. */
    @Test
    void r17AnOrderIsAttributedToTheLastContactBeforeItsInstant() {
        Touch message = new Touch(NOON.plusSeconds(60), 30L, WORDS, 1L, 6L);
        tally.add(order(1L, NOON, IN, null));
        tally.add(order(1L, NOON.plusSeconds(1), IN, null));
        tally.add(order(1L, NOON.plusSeconds(90), IN, message));
        tally.add(order(2L, NOON.plusSeconds(90), new Listing(Arm.INCLUDED, 2L, Tier.NEW), null));

        assertThat(tally.notAttributed()).isEqualTo(new Sales(2, 2, "20.00"));
        assertThat(tally.byPost()).isEqualTo(Map.of(20L, new Sales(1, 1, "10.00"), 30L, new Sales(1, 1, "10.00")));
        assertThat(tally.byStaff()).containsOnlyKeys(5L, 6L);
        assertThat(tally.byScript()).isEqualTo(Map.of(WORDS, new Sales(2, 1, "20.00")));
        assertThat(tally.byTier()).containsOnlyKeys(Tier.VIP);
    }

    @Test
    void r17HeldOutOrdersAreOfTheAudienceAndAttributedToNothing() {
        tally.add(order(3L, NOON.plusSeconds(1), OUT, null));
        tally.add(new WindowOrder(4L, DAY, NOON.plusSeconds(1), BigDecimal.TEN, OUT, null, true));
        tally.add(order(9L, NOON.plusSeconds(1), null, null));
        tally.add(order(null, NOON, null, null));

        assertThat(tally.attributed().orders()).isZero();
        assertThat(tally.audience().orders()).isEqualTo(3);
        assertThat(tally.outside()).isEqualTo(new Sales(1, 0, "10.00"));
        assertThat(tally.of(Arm.HELD_OUT).among(4))
                .isEqualTo(new Spending(4, 2, 2, new BigDecimal("20"), new BigDecimal("200")));
        assertThat(tally.of(Arm.CONTAMINATED).among(1).buyers()).isOne();
    }

    @Test
    void r17ThePartsAlwaysAddUp() {
        Random random = new Random(17);
        Map<Long, Listing> people = new TreeMap<>();
        for (long buyer = 1; buyer <= 40; buyer++) {
            Listing listed = random.nextInt(4) == 0 ? null : random.nextInt(4) == 0 ? OUT : IN;
            people.put(buyer, listed == null ? new Listing(null, null, null) : listed);
        }
        int orders = 0;
        for (Map.Entry<Long, Listing> person : people.entrySet()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                orders++;
                Listing listed = person.getValue().arm() == null ? null : person.getValue();
                tally.add(order(person.getKey(), NOON.plusSeconds(random.nextInt(20) - 10L), listed, null));
            }
        }

        assertThat(tally.shop().orders()).isEqualTo(orders);
        assertThat(tally.audience().net().add(tally.outside().net()))
                .isEqualTo(tally.shop().net());
        assertThat(tally.attributed().net().add(tally.notAttributed().net()))
                .isEqualTo(tally.audience().net());
        assertThat(tally.attributed().orders()).isPositive();
        assertThat(tally.on(DAY).attributed()).isEqualTo(tally.attributed());
        assertThat(tally.on(DAY).shop()).isEqualTo(tally.shop());
        assertThat(List.of(
                        sum(tally.byPost()),
                        sum(tally.byScript()),
                        sum(tally.byAccount()),
                        sum(tally.byStaff()),
                        sum(tally.byTier())))
                .containsOnly(tally.attributed().net());
    }

    private static BigDecimal sum(Map<?, Sales> parts) {
        return parts.values().stream().map(Sales::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static WindowOrder order(Long buyer, Instant at, Listing listed, Touch written) {
        return new WindowOrder(buyer, DAY, at, BigDecimal.TEN, listed, written, false);
    }
}
