package io.siyu.campaign.post.rule;

import io.siyu.buyer.Tier;
import io.siyu.campaign.post.Variant;
import io.siyu.campaign.post.rule.PlannedPost.InSlot;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class SlotVariantsRuleTest {
    private static final Set<Tier> TWO = EnumSet.of(Tier.VIP, Tier.NEW);

    @Test
    void r9SharesOfTheSameTiersComeToAHundred() {
        assertThat(check(variant("A", 60), variant("B", 40))).isEmpty();
        assertThat(check(variant("A", 60), variant("B", 30))).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(PostRule.SLOT_VARIANTS);
            assertThat(violation.isError()).isTrue();
        });
    }

    @Test
    void r9NoTierIsNamedInTwoVariantsAndNoneIsLeftWithout() {
        assertThat(check(variant("A", null, Tier.VIP), variant("B", null, Tier.NEW)))
                .isEmpty();
        assertThat(check(variant("A", null, Tier.VIP), variant("B", null))).isEmpty();
        assertThat(check(variant("A", null, Tier.VIP, Tier.NEW), variant("B", null, Tier.NEW)))
                .hasSize(1);
        assertThat(check(variant("A", null, Tier.VIP))).hasSize(1);
        assertThat(check(variant("A", null), variant("A", null, Tier.VIP))).hasSize(1);
    }

    @Test
    void r11VariantsOfASlotAreOneMessageADay() {
        List<PlannedPost> posts = List.of(in(variant("A", 50)), in(variant("B", 50)));
        assertThat(Planned.checkAll(posts)).isEmpty();
    }

    private static List<RuleViolation> check(Variant... variants) {
        return Planned.check(
                new SlotVariantsRule(),
                Arrays.stream(variants).map(SlotVariantsRuleTest::in).toArray(PlannedPost[]::new));
    }

    private static Variant variant(String key, Integer share, Tier... tiers) {
        return new Variant(key, List.of(tiers), share);
    }

    private static PlannedPost in(Variant variant) {
        Tier[] tiers = variant.tiers().isEmpty()
                ? TWO.toArray(Tier[]::new)
                : variant.tiers().toArray(Tier[]::new);
        PlannedPost post = Planned.message("2027-03-01T12:00", tiers);
        return new PlannedPost(
                post.postId(),
                post.at(),
                post.kind(),
                post.line(),
                post.scene(),
                post.reach(),
                post.accounts(),
                true,
                new InSlot(1, "hello", variant, TWO));
    }
}
