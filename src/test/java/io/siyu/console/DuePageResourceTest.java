package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.forecast.fit.CdnowShop;
import io.siyu.platform.ids.Id;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
        cdnow.fill(shop, buyers.today());
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
    void onANarrowPhoneTheFiguresOfTheModelsStayInTheirCardAndTwoClicksStartOneFit() {
        TestShop shop = TestShop.create();
        cdnow.fill(shop, buyers.today());
        buyers.changed(shop);
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            page.setViewportSize(360, 740);
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/due");
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/forecast-fits")) {
                    asked.add(request.url());
                }
            });
            Locator forecast = page.locator("siyu-forecast");

            forecast.locator("button").evaluate("button => { button.click(); button.click(); }");

            assertThat(forecast).containsText("采用的模型：MBG/NBD");
            org.assertj.core.api.Assertions.assertThat(asked).hasSize(1);
            forecast.locator("summary").first().click();
            forecast.locator("summary").last().click();
            assertFits(page);
            page.getByText("EN").click();
            assertThat(forecast).containsText("The models compared");
            assertFits(page);
            browser.assertContent();
        }
    }

    /** A page that is not wider than the phone, and no cell of a table squeezed to one letter a line. */
    private static void assertFits(Page page) {
        org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        page.locator("siyu-forecast tbody tr").all().forEach(row -> org.assertj.core.api.Assertions.assertThat(
                        row.boundingBox().height)
                .isLessThan(40));
        page.locator("siyu-forecast .scroll").all().forEach(table -> org.assertj.core.api.Assertions.assertThat(
                        table.boundingBox().x + table.boundingBox().width)
                .isLessThan(360));
    }

    @Test
    void theRangeIsThatOfAPurchaseThatComesAndNamesItsYear() {
        TestShop shop = TestShop.create();
        LocalDate next = buyers.today().plusYears(2);
        long buyer = buyers.add(shop, "byCycle", buyers.today().minusDays(34));
        buyers.changed(shop);
        sql.update(
                "INSERT INTO buyer_forecast (shop_id, buyer_id, alive, purchases30, purchases90, next_day, next_from,"
                        + " next_to, due_day) VALUES (?, ?, 0.61, 1, 3, ?, ?, ?, ?)",
                shop.id(),
                buyer,
                next,
                buyers.today().plusDays(1),
                next,
                buyers.today().minusDays(4));
        sql.update(
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, outcome, model, tried, created_at,"
                        + " history_days, buyers, repeat_buyers) VALUES (?, ?, 'DONE', ?, 'FITTED', 'MBG_NBD', ?, ?, 300, 600, 99)",
                shop.id(),
                Id.nextValue(),
                buyers.today(),
                "{\"days\":90,\"candidates\":[{\"kind\":\"MBG_NBD\",\"fit\":{\"model\":{\"kind\":\"MBG_NBD\","
                        + "\"r\":1,\"alpha\":1,\"a\":1,\"b\":1}}}]}",
                clock.instant());
        buyers.follow(shop.account1(), buyer);
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            Browser.logIn(page, "staff1");
            Browser.goTo(page, shop, "#/due");
            Locator card = page.locator("siyu-due-buyer");
            assertThat(page.locator("siyu-due")).containsText("已过期");
            LocalDate due = buyers.today().minusDays(4);
            assertThat(card).containsText("按自身周期 30 天应在 " + zh(due) + " 再来，仍会回购的可能 61%");
            assertThat(card).containsText("按模型，如果再买，八成在 " + zh(buyers.today().plusDays(1)) + " 到 " + zh(next) + " 之间");
            page.getByText("EN").click();
            assertThat(card).containsText("by the own cycle of 30 days");
            assertThat(card).containsText("a next purchase, if it comes, is between");
            assertThat(card).containsText("/" + next.getYear() + " in 8 of 10 cases");
        }
    }

    private String zh(LocalDate day) {
        String monthAndDay = day.getMonthValue() + "/" + day.getDayOfMonth();
        return day.getYear() == buyers.today().getYear() ? monthAndDay : day.getYear() + "/" + monthAndDay;
    }

    @Test
    void whereNoModelHoldsTheReasonIsToldInBothLanguages() {
        TestShop shop = TestShop.create();
        for (int i = 0; i < 500; i++) {
            buyers.add(shop, null, buyers.today().minusDays(20 + i % 300));
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
        long late = buyers.add(shop, "小林", buyers.today().minusDays(34));
        long soon = buyers.add(shop, "阿芳", buyers.today().minusDays(27));
        buyers.add(shop, "别人的", buyers.today().minusDays(27));
        buyers.changed(shop);
        buyers.follow(shop.account1(), late, soon);
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
}
