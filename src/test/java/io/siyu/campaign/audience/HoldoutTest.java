package io.siyu.campaign.audience;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class HoldoutTest {
    private static final long CAMPAIGN = 720438205126345231L;
    private static final int BUYERS = 20_000;

    @Test
    void holdsOutAboutThePercentAsked() {
        for (int percent : new int[] {5, 10, 20}) {
            assertThat(heldOut(CAMPAIGN, percent))
                    .isBetween(BUYERS * percent / 100 - 250L, BUYERS * percent / 100 + 250L);
        }
    }

    @Test
    void holdsOutNobodyAtZeroPercent() {
        assertThat(heldOut(CAMPAIGN, 0)).isZero();
    }

    @Test
    void aGreaterPercentOnlyAddsBuyers() {
        assertThat(LongStream.range(0, BUYERS)
                        .filter(buyer -> Holdout.isHeldOut(CAMPAIGN, buyer, 5))
                        .allMatch(buyer -> Holdout.isHeldOut(CAMPAIGN, buyer, 10)))
                .isTrue();
    }

    @Test
    void anotherCampaignDrawsAnew() {
        long both = LongStream.range(0, BUYERS)
                .filter(buyer -> Holdout.isHeldOut(CAMPAIGN, buyer, 20) && Holdout.isHeldOut(CAMPAIGN + 1, buyer, 20))
                .count();
        assertThat(both).isBetween(600L, 1000L);
    }

    private static long heldOut(long campaign, int percent) {
        return LongStream.range(0, BUYERS)
                .filter(buyer -> Holdout.isHeldOut(campaign, buyer, percent))
                .count();
    }
}
