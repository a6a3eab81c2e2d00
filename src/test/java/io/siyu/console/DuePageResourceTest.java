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
            forecast.locator("summary").click();
            assertThat(forecast).containsText("和上期一样");
            assertThat(forecast.locator("tbody tr")).hasCount(8);

            browser.assertContent();
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
