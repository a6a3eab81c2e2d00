package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.forecast.CdnowShop;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Browser;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Whom to talk to, in a real browser: a marketer's desktop and the phone of staff. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class DuePageResourceTest {
    @Inject
    CdnowShop cdnow;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void aMarketerSeesWhoIsDueAndHowGoodTheForecastIs() {
        TestShop shop = TestShop.create();
        cdnow.fill(shop, today());
        buyers.changed(shop);
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/due");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("本周该联系谁");
            Locator forecast = page.locator("siyu-forecast");
            assertThat(forecast).containsText("今晚首次计算");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新计算"))
                    .click();

            assertThat(forecast).containsText("2,357 位买家");
            Locator first = page.locator("siyu-due-buyer").first();
            assertThat(first).containsText("仍会回购的可能");
            assertThat(first).containsText("预计每次消费");
            assertThat(forecast).containsText("采用的模型：MBG/NBD");
            forecast.locator("summary").first().click();
            assertThat(forecast).containsText("和上期一样");
            assertThat(forecast.locator("details").first().locator("tbody tr")).hasCount(8);
            forecast.locator("summary").last().click();
            Locator models = forecast.locator("details").last().locator("tbody tr");
            assertThat(models).hasCount(2);
            assertThat(models.last()).containsText("0.525");

            browser.assertContent();
        }
    }

    @Test
    void whereNoModelHoldsTheReasonIsToldInBothLanguages() {
        TestShop shop = TestShop.create();
        for (int i = 0; i < 500; i++) {
            buyers.add(shop, null, today().minusDays(20 + i % 300));
        }
        buyers.changed(shop);
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/due");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新计算"))
                    .click();

            Locator forecast = page.locator("siyu-forecast");
            assertThat(forecast).containsText("回购过的买家只有 0 位，少于预测所需的 30 位。因此按每位买家自己的复购周期");
            page.getByText("EN").click();
            assertThat(forecast).containsText("Only 0 buyers have come back; a forecast needs 30.");
        }
    }

    @Test
    void staffSeeTheirOwnFollowersOnThePhone() {
        TestShop shop = TestShop.create();
        long late = buyers.add(shop, "小林", today().minusDays(34));
        long soon = buyers.add(shop, "阿芳", today().minusDays(27));
        buyers.add(shop, "别人的", today().minusDays(27));
        buyers.changed(shop);
        sql.update(
                "UPDATE follower SET account_id = ?, status = 'ADDED' WHERE buyer_id IN (?, ?)",
                shop.account1(),
                late,
                soon);
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            Browser.logIn(page, "staff1");
            Browser.goTo(page, shop, "#/tasks");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("该联系谁"))
                    .click();
            assertThat(page.locator("siyu-due-buyer")).hasCount(2);
            assertThat(page.locator("siyu-due")).containsText("已过期");
            assertThat(page.locator("siyu-due-buyer").first()).containsText("上次购买在 34 天前，自身周期 30 天");
            assertThat(page.locator("siyu-forecast")).hasCount(0);
            browser.assertContent();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }
}
