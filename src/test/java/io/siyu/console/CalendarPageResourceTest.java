package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Browser;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.siyu.console.CampaignOnStage.DAY_ONE;
import static org.hamcrest.Matchers.equalTo;

/** The marketer's calendar in a real browser on a desktop. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class CalendarPageResourceTest {
    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void theMarketerTakesACampaignFromTheCalendarIntoReview() {
        TestShop shop = TestShop.create();
        CampaignOnStage.setClock(DAY_ONE.minusDays(9), 9, 0);
        String campaign = CampaignOnStage.campaign(shop).filled();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("2031年12月");
            assertThat(page.locator("siyu-calendar")).containsText("双12");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("双12 暖冬家宴"))
                    .click();

            Locator days = page.locator("siyu-day-column");
            assertThat(days).hasCount(3);
            assertThat(days.nth(0)).containsText("第一天 优惠");
            assertThat(days.nth(0)).containsText("朋友圈 1/3");
            assertThat(days.nth(1)).containsText("第二天 氛围");
            assertThat(days.nth(2)).containsText("第三天 紧迫");
            assertThat(page.locator("siyu-next-step")).containsText("条件已全部满足");

            button(page, "提交评审").click();
            assertThat(page.locator("siyu-next-step")).containsText("同意人数不足：0/2");
            button(page, "同意").click();
            assertThat(page.locator("siyu-next-step")).containsText("同意人数不足：1/2");
            browser.assertContent();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("退出登录"))
                    .click();
            assertThat(page.locator("button[value=marketer]")).isVisible();
        }
        As.marketer().get("/campaigns/{id}", campaign).then().body("status", equalTo("REVIEW"));
    }

    @Test
    void aPlanIsPreviewedAndAccepted() {
        TestShop shop = TestShop.create();
        CampaignOnStage.setClock(DAY_ONE.minusDays(9), 9, 0);
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            button(page, "EN").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("December 2031");
            button(page, "Plan campaigns").click();
            assertThat(page.locator("siyu-plan-preview")).containsText("absorbed");
            button(page, "Make drafts").click();
            assertThat(page.locator("siyu-toasts")).containsText("drafts are in the calendar");
            assertThat(page.locator("siyu-calendar .bar-link").first()).isVisible();
            browser.assertContent();
        }
    }

    @Test
    void escAsksBeforeAnythingTypedIsThrownAway() {
        TestShop shop = TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            Locator form = page.locator("siyu-campaign-form");
            button(page, "新建活动").click();
            assertThat(page.getByLabel("活动名称")).isVisible();
            page.keyboard().press("Escape");
            assertThat(form).hasCount(0);

            button(page, "新建活动").click();
            page.getByLabel("活动名称").fill("年货节");
            page.keyboard().press("Escape");
            assertThat(form).containsText("放弃已填写的内容？");
            // Some browsers close at the second Esc in a row whatever the page says.
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            button(page, "继续填写").click();
            assertThat(page.getByLabel("活动名称")).hasValue("年货节");
            button(page, "关闭").click();
            button(page, "放弃").click();
            assertThat(form).hasCount(0);

            button(page, "EN").click();
            button(page, "New campaign").click();
            page.locator("siyu-campaign-form #offer").fill("10 off");
            page.keyboard().press("Escape");
            assertThat(form).containsText("Throw away what you typed?");
            button(page, "Keep editing").click();
            assertThat(page.locator("siyu-campaign-form #offer")).hasValue("10 off");
            browser.assertContent();
        }
    }

    @Test
    void otherValuesShowWhatTheyWouldChangeBeforeTheyDo() {
        TestShop shop = TestShop.create();
        CampaignOnStage.setClock(DAY_ONE.minusDays(9), 9, 0);
        CampaignOnStage.campaign(shop).filled();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            button(page, "活动规划").click();
            Locator preview = page.locator("siyu-plan-preview");
            assertThat(preview).containsText("每 60 天一场");
            assertThat(preview).containsText("手动新建的活动");
            assertThat(preview).containsText("双12场次（12/10–12/12）与它重叠");
            button(page, "生成草稿").click();
            assertThat(page.locator("siyu-toasts")).containsText("已生成");

            button(page, "活动规划").click();
            assertThat(preview).containsText("保留");
            assertThat(button(page, "没有变化")).isDisabled();
            page.getByText("试算：换个算法会怎样？").click();
            page.getByLabel("节奏阶梯（天）").fill("20, 40");
            page.getByLabel("周期倍数").fill("1.2");
            assertThat(preview).containsText("每 40 天一场");
            assertThat(preview).containsText("店铺设置为每 60 天");
            button(page, "生成草稿").click();
            assertThat(page.locator("siyu-toasts")).containsText("移动");
            browser.assertContent();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
