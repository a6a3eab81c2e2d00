package io.siyu.content.rule;

import io.siyu.content.CopyText;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WelcomeSellsRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天下单只要 99 元",
                "首单 ¥9.9 起",
                "新朋友八折",
                "全场 8.5 折",
                "满100减20",
                "送您一张优惠券",
                "优 惠都在这里",
                "優惠等着您",
                "来看看 https://item.example.com/1",
                "打 折 中",
                "有赠品哦",
                "滿100減20",
                "只要 99 圓",
                "满 200 元减 20"
            })
    void r15AWelcomeThatSellsIsRefused(String copy) {
        assertThat(WelcomeSellsRule.check("copy", new CopyText(copy)))
                .isNotEmpty()
                .allMatch(RuleViolation::isError)
                .extracting(RuleViolation::rule)
                .containsOnly(PostRule.WELCOME_SELLS);
    }

    @Test
    void r15AWelcomeThatServesPasses() {
        assertThat(WelcomeSellsRule.check("copy", new CopyText("{{昵称}}您好，我是{{承接号}}，尺码、保养有疑问随时找我，24 小时内回复您。")))
                .isEmpty();
        assertThat(WelcomeSellsRule.check("copy", new CopyText("三折叠的伞怎么收，可以问我。")))
                .isEmpty();
    }
}
