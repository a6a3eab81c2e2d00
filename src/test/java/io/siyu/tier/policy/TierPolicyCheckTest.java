package io.siyu.tier.policy;

import io.siyu.buyer.Tier;
import io.siyu.platform.problem.Violation;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierRule;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TierPolicyCheckTest {
    private static final TierRule ALL = new TierRule(Tier.NEW, null, null, null, null);

    @Test
    void theStandardPolicyIsSound() {
        assertThat(TierPolicyCheck.violationsOf(TierPolicy.standard().rules())).isEmpty();
    }

    @Test
    void rulesThatLeaveSomebodyOutAreRefused() {
        assertThat(codes(new TierRule(Tier.LEAD, null, 0, null, null), new TierRule(Tier.ACTIVE, 2, null, null, null)))
                .containsExactly("rules NotCovered");
        assertThat(codes(new TierRule(Tier.LOST, null, null, BigDecimal.ONE, null)))
                .containsExactly("rules NotCovered");
    }

    @Test
    void aRuleAfterOneThatCatchesAllIsRefused() {
        assertThat(codes(ALL, ALL)).containsExactly("rules[1] Unreachable");
    }

    @Test
    void valuesOutOfRangeNameTheirField() {
        assertThat(codes(
                        new TierRule(null, -1, null, null, null),
                        new TierRule(Tier.VIP, 5, 4, new BigDecimal("-0.1"), new BigDecimal("100.1")),
                        null,
                        ALL))
                .containsExactly(
                        "rules[0].tier Required",
                        "rules[0].minPurchaseDays Range",
                        "rules[1].maxPurchaseDays Range",
                        "rules[1].cyclesOver Range",
                        "rules[1].minSpendPercentile Range",
                        "rules[2] Required");
    }

    @Test
    void noRulesAreRefused() {
        assertThat(codes()).containsExactly("rules Size");
    }

    private static List<String> codes(TierRule... rules) {
        return TierPolicyCheck.violationsOf(Arrays.asList(rules)).stream()
                .map((Violation v) -> v.field() + " " + v.code())
                .toList();
    }
}
