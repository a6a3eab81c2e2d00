package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Browser;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The frame and every planner's page on the narrowest phone in use, in a shop whose name has no room there. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class NarrowPhoneResourceTest {
    private static final int WIDTH = 360;
    private static final List<String> PAGES = List.of("calendar", "cycle", "orders", "tasks", "due", "tiers", "words");
    private static final Map<String, Object> LONG_NAME = Map.of("name", "Shanye Tea Flagship Store 山野茶事华东旗舰体验店");

    @Test
    void aLongNameOfAShopLeavesTheHeaderAboveThePage() {
        TestShop shop = TestShop.create(LONG_NAME);
        // Only of two there is one to choose.
        TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            page.setViewportSize(WIDTH, 740);
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            assertPagesFit(page);
            page.getByText("EN").click();
            assertPagesFit(page);
            browser.assertContent();
        }
    }

    @Test
    void staffsHeaderIsOneRowAndNeverWiderThanThePhone() {
        TestShop shop = TestShop.create(LONG_NAME);
        TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            page.setViewportSize(WIDTH, 740);
            Browser.logIn(page, "staff1");
            Browser.goTo(page, shop, "#/tasks");
            for (String hash : List.of("tasks", "due")) {
                assertFits(page, hash);
                assertThat(page.locator("siyu-app header").boundingBox().height).isLessThan(60);
            }
        }
    }

    @Test
    void onNoWidthIsTheHeaderWiderThanTheWindow() {
        TestShop shop = TestShop.create(LONG_NAME);
        TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/calendar");
            page.getByText("EN").click();
            for (int width : new int[] {320, 390, 701, 900, 1301, 1440}) {
                page.setViewportSize(width, 800);
                assertFits(page, "calendar");
                assertThat(page.locator("siyu-app header select").boundingBox().width)
                        .isBetween(40., 320.);
            }
        }
    }

    private static void assertPagesFit(Page page) {
        PAGES.forEach(hash -> assertFits(page, hash));
    }

    private static void assertFits(Page page, String hash) {
        page.evaluate("hash => { location.hash = hash; }", "#/" + hash);
        // The tasks have no title: tabs come first.
        Locator title =
                hash.equals("tasks") ? page.locator("siyu-queue [role=tablist]") : page.locator("siyu-" + hash + " h1");
        assertThat(title).isVisible();
        Object both = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]");
        List<?> widths = (List<?>) both;
        assertThat((Integer) widths.get(0)).as(hash).isLessThanOrEqualTo((Integer) widths.get(1));
        BoundingBox header = page.locator("siyu-app header").boundingBox();
        assertThat(header.y + header.height).as(hash).isLessThanOrEqualTo(title.boundingBox().y);
        BoundingBox nav = page.locator("siyu-app nav").boundingBox();
        assertThat(nav.y + nav.height).as(hash).isLessThanOrEqualTo(header.y + header.height);
    }
}
