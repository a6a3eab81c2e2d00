package io.siyu.campaign;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** R6 and R8: what is allowed, and told all the same. */
class CampaignWarningTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 9);
    private static final LocalDate EARLY = START.minusDays(30);

    @Test
    void r6DiscountComesBeforeReductionGiftBundleAndGame() {
        assertThat(Mechanic.values())
                .containsExactly(
                        Mechanic.DISCOUNT, Mechanic.FULL_REDUCTION, Mechanic.GIFT, Mechanic.BUNDLE, Mechanic.GAME);
    }

    @Test
    void r6TheMoreComplexTheMechanicTheLouderItWarns() {
        assertThat(CampaignWarning.of(campaign(Mechanic.DISCOUNT), EARLY)).isEmpty();
        List<CampaignWarning> others = Arrays.stream(Mechanic.values())
                .skip(1)
                .flatMap(mechanic -> CampaignWarning.of(campaign(mechanic), EARLY).stream())
                .toList();
        assertThat(others).extracting(CampaignWarning::level).containsExactly(1, 2, 3, 4);
        assertThat(others).extracting(CampaignWarning::code).containsOnly("MECHANIC_COMPLEXITY");
        assertThat(others).allSatisfy(warning -> assertThat(warning.message()).isNotBlank());
    }

    @Test
    void r8PreparationBeginsSevenDaysBeforeDayOne() {
        Campaign campaign = campaign(Mechanic.DISCOUNT);
        assertThat(CampaignWarning.of(campaign, START.minusDays(7))).isEmpty();
        assertThat(CampaignWarning.of(campaign, START.minusDays(6)))
                .extracting(CampaignWarning::code)
                .containsExactly("PREPARATION_LEAD_SHORT");
    }

    private static Campaign campaign(Mechanic mechanic) {
        CampaignTerms terms = new CampaignTerms("双11", START, mechanic, "八折", Audience.OPEN, 0);
        return new Campaign(7, terms, ZoneId.of("Asia/Shanghai"), "m", Instant.parse("2026-10-01T02:00:00Z"));
    }
}
