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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Staff's task queue in a real browser on a phone's screen. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class QueuePageResourceTest {
    private static final int PHONE_WIDTH = 390;
    private static final int TOUCH = 44;

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void staffClaimAndCompleteAMoment() {
        TestShop shop = TestShop.create();
        CampaignOnStage.ready(shop);
        CampaignOnStage.setClock(DAY_ONE, 8, 31);
        String task = openTask(shop, "MOMENT", "items[0].id");
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            Browser.logIn(page, "staff1");
            Browser.goTo(page, shop, "#/tasks");
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
            button(page, "朋友圈").click();
            Locator card = page.locator("siyu-task-card")
                    .filter(new Locator.FilterOptions().setHasText("双12 暖冬家宴"))
                    .first();
            assertThat(card).containsText("小雅");
            assertThat(card).containsText("今天第 1 条朋友圈，共 3 条");
            fitsThePhone(page);
            isBigEnough(button(card, "领取"));

            button(card, "领取").click();
            assertThat(page.locator("siyu-task")).containsText("操作说明");
            button(page, "完成").click();
            page.getByLabel("点赞数").fill("12");
            button(page, "确认完成").click();

            assertThat(page.locator("siyu-toasts")).containsText("已完成");
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("已结束"))
                    .click();
            assertThat(page.locator("siyu-task-card").first()).containsText("已完成");
            browser.assertContent();
        }
        As.staff1()
                .get("/tasks/{id}", task)
                .then()
                .body("status", equalTo("DONE"))
                .body("completion.result.likes", equalTo(12));
    }

    @Test
    void staffTickOffRecipientsOneByOneInEnglish() {
        TestShop shop = TestShop.create();
        CampaignOnStage.ready(shop);
        CampaignOnStage.setClock(DAY_ONE.plusDays(1), 11, 1);
        String task = openTask(shop, "PRIVATE", "items.find { it.recipientCounts.total > 1 }.id");
        int all = As.staff1().get("/tasks/{id}", task).path("recipientCounts.total");
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            Browser.logIn(page, "staff1");
            Browser.goTo(page, shop, "#/tasks/" + task);
            button(page, "EN").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            button(page, "Claim").click();

            Locator ticks = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Mark .* as sent$")));
            assertThat(ticks).hasCount(all);
            isBigEnough(ticks.first());
            ticks.first().click();
            assertThat(page.locator("siyu-recipients")).containsText("1/" + all + " done");
            fitsThePhone(page);

            button(page, "Complete (1/" + all + ")").click();
            page.getByLabel("Replies").fill("3");
            button(page, "Complete").click();
            assertThat(page.locator("siyu-task-form [role=alert]")).containsText("Please say why");
            page.getByLabel((all - 1) + " recipients are not done").fill("day over");
            button(page, "Complete").click();
            assertThat(page.locator("siyu-toasts")).containsText("Done");
            browser.assertContent();
        }
        As.staff1()
                .get("/tasks/{id}", task)
                .then()
                .body("status", equalTo("DONE"))
                .body("recipientCounts.sent", equalTo(1))
                .body("recipientCounts.missed", equalTo(all - 1));
    }

    private static String openTask(TestShop shop, String kind, String path) {
        return As.staff1()
                .get("/tasks?shop={shop}&status=OPEN&kind={kind}", shop.id(), kind)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void fitsThePhone(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE_WIDTH);
    }

    private static void isBigEnough(Locator button) {
        assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(TOUCH);
        assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(TOUCH);
    }
}
