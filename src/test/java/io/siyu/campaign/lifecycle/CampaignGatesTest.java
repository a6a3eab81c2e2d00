package io.siyu.campaign.lifecycle;

import io.siyu.buyer.Tier;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.Mechanic;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.shop.Shop;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The gates of a campaign's own terms, and that gates of whatever kind are asked in their order. */
class CampaignGatesTest {
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");

    @Test
    void reviewNeedsAMechanicAndAnAudience() {
        assertThat(TermsGate.unmet(campaign(Mechanic.DISCOUNT, new Audience(List.of(Tier.VIP), null, null))))
                .isEmpty();
        assertThat(TermsGate.unmet(campaign(null, Audience.OPEN)))
                .extracting(Unmet::code)
                .containsExactly(GateCode.MECHANIC_MISSING, GateCode.AUDIENCE_MISSING);
    }

    @Test
    void closingNeedsTheLessons() {
        Campaign campaign = campaign(Mechanic.DISCOUNT, Audience.OPEN);
        campaign.submitForReview();
        campaign.approve();
        campaign.makeReady(NOW);
        campaign.start();
        campaign.end();
        assertThat(LessonsGate.unmet(campaign)).extracting(Unmet::code).containsExactly(GateCode.LESSONS_MISSING);
        campaign.learn("早两天备货");
        assertThat(LessonsGate.unmet(campaign)).isEmpty();
    }

    @Test
    void r8ClosingWaitsUntilThreeDaysAfterTheLastAreOver() {
        Campaign campaign = campaign(Mechanic.DISCOUNT, Audience.OPEN);
        assertThat(campaign.windowEndDay()).isEqualTo(LocalDate.of(2026, 11, 14));
        assertThat(SalesWindowGate.unmet(campaign, LocalDate.of(2026, 11, 14)))
                .extracting(Unmet::code)
                .containsExactly(GateCode.SALES_WINDOW_OPEN);
        assertThat(SalesWindowGate.unmet(campaign, LocalDate.of(2026, 11, 15))).isEmpty();
    }

    @Test
    void onlyTheGatesBeforeAStatusAreAskedAndInTheirOrder() {
        Gate last = gate(CampaignStatus.REVIEW, GateCode.POST_RULE_BROKEN, 1);
        Gate first = gate(CampaignStatus.REVIEW, GateCode.MECHANIC_MISSING, 0);
        Gate other = gate(CampaignStatus.READY, GateCode.PREPARATION_OPEN, 0);
        CampaignGates gates = new CampaignGates(List.of(last, other, first));

        assertThat(gates.unmet(null, null, CampaignStatus.REVIEW))
                .extracting(Unmet::code)
                .containsExactly(GateCode.MECHANIC_MISSING, GateCode.POST_RULE_BROKEN);
        assertThat(gates.unmet(null, null, CampaignStatus.CANCELLED)).isEmpty();
    }

    private static Campaign campaign(Mechanic mechanic, Audience audience) {
        CampaignTerms terms = new CampaignTerms("双11", LocalDate.of(2026, 11, 9), mechanic, "八折", audience, 0);
        return new Campaign(7, terms, ZoneId.of("Asia/Shanghai"), "m", NOW);
    }

    private static Gate gate(CampaignStatus before, GateCode code, int order) {
        return new Gate() {
            @Override
            public boolean standsBefore(CampaignStatus to) {
                return to == before;
            }

            @Override
            public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
                return List.of(Unmet.of("field", code, "message"));
            }

            @Override
            public int order() {
                return order;
            }
        };
    }
}
