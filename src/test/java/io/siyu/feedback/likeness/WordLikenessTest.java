package io.siyu.feedback.likeness;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WordLikenessTest {
    @Test
    void countsThePairsThatBothTextsHave() {
        // 包装/装破/破了 and 包装/装坏/坏了 have one of three in common.
        assertThat(likeness("包装破了", "包装坏了")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(likeness("茶叶太贵", "天气很好")).isZero();
        assertThat(likeness("", "茶")).isZero();
    }

    @Test
    void howItIsWrittenMakesNoDifference() {
        assertThat(likeness("客人說太貴 ＶＩＰ！", "客人说太贵vip")).isEqualTo(1);
    }

    @Property(tries = 200)
    void isTheSameBothWaysAndWholeToItself(@ForAll String one, @ForAll String other) {
        assertThat(likeness(one, other)).isEqualTo(likeness(other, one)).isBetween(0.0, 1.0);
        assertThat(likeness(one, one)).isIn(0.0, 1.0);
    }

    private static double likeness(String one, String other) {
        return WordLikeness.of(one).to(WordLikeness.of(other));
    }
}
