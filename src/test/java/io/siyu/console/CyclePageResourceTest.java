package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Browser;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page of the repurchase cycle in a real browser, on a desktop and on a phone. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class CyclePageResourceTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Inject
    Buyers buyers;

    @Test
    void theMarketerSeesHowOftenBuyersComeBackAndWhatThatRestsOn() throws IOException {
        TestShop shop = shopOfRegulars();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/cycle");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("复购周期");
            Locator figures = page.locator("siyu-cycle");
            assertThat(figures).containsText("建议每 30 天办一场活动");
            assertThat(figures).containsText("依据全部买家");
            assertThat(figures).containsText("可信度中");

            String csv = Files.readString(page.waitForDownload(
                            () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载买家明细（CSV）"))
                                    .click())
                    .path());
            org.assertj.core.api.Assertions.assertThat(csv).contains("regular-1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看：未付款"))
                    .click();
            assertThat(page.locator("siyu-cycle-orders tbody tr")).hasCount(1);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("关闭").setExact(true))
                    .last()
                    .click();

            page.getByLabel("首购月份").fill("2025-02");
            assertThat(figures).containsText("还没有复购间隔");
            browser.assertContent();
        }
    }

    @Test
    void thePageFitsAPhoneAndSpeaksEnglish() {
        TestShop shop = shopOfRegulars();
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/cycle");
            page.getByText("EN").click();
            assertThat(page.locator("siyu-cycle")).containsText("Run a campaign every 30 days");
            org.assertj.core.api.Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            browser.assertContent();
        }
    }

    /** Forty who come back after twelve days and then after eighteen, ten who came once, and an order never paid. */
    private TestShop shopOfRegulars() {
        TestShop shop = TestShop.create();
        for (int i = 0; i < 40; i++) {
            LocalDate day = FIRST.plusDays(i);
            buyers.add(shop, "regular-" + i, day, day.plusDays(12), day.plusDays(30 + i % 9));
        }
        for (int i = 0; i < 10; i++) {
            buyers.add(shop, "once-" + i, FIRST.plusDays(100 + i));
        }
        buyers.order(shop, null, FIRST, BigDecimal.TEN, "UNPAID");
        return shop;
    }
}
