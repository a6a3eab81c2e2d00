package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Browser;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.Map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** How buyers are told apart, in a real browser: the rules of the tiers, and segments. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class TiersPageResourceTest {
    @Inject
    Buyers buyers;

    private TestShop shop;

    @BeforeEach
    void fillShop() {
        shop = TestShop.create();
        LocalDate today = buyers.today();
        buyers.add(shop, "阿一", today.minusDays(3));
        buyers.add(shop, "阿二", today.minusDays(40), today.minusDays(10));
        buyers.add(shop, "阿三", today.minusDays(70), today.minusDays(40), today.minusDays(10));
        buyers.changed(shop);
    }

    @Test
    void rulesAreTriedOutAndPutIntoEffect() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "admin");
            assertThat(count(page, "忠诚")).containsText("1");
            assertThat(page.locator("siyu-tier-counts")).containsText("第 0 版规则");
            Locator loyal = page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("第 5 条规则"));
            loyal.getByLabel("购买天数 ≥").fill("2");

            Locator moves = page.locator("siyu-tier-moves");
            assertThat(moves).containsText("保存后 1 位买家会换分层");
            assertThat(moves.locator("table").first()).containsText("活跃");
            assertThat(moves.locator("table").first()).containsText("忠诚");
            button(page, "保存并重新分层").click();

            assertThat(page.locator("siyu-toasts")).containsText("1 位买家换了分层");
            assertThat(count(page, "忠诚")).containsText("2");
            assertThat(moves).hasCount(0);
            page.locator("siyu-tier-revisions summary").click();
            assertThat(page.locator("siyu-tier-revisions li").first()).containsText("第 1 版");
            browser.assertContent();
        }
        As.marketer()
                .get("/shops/{shop}/tier-policy", shop.id())
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("rules[4].minPurchaseDays", equalTo(2));
    }

    @Test
    void rulesThatSomebodyElseChangedAreNotOverwritten() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer");
            page.getByRole(AriaRole.LISTITEM, new Page.GetByRoleOptions().setName("第 2 条规则"))
                    .getByLabel("周期倍数 >")
                    .fill("4");
            assertThat(button(page, "保存并重新分层")).isEnabled();
            json(As.admin())
                    .header("If-Match", "\"0\"")
                    .body("{\"rules\": [{\"tier\": \"NEW\"}]}")
                    .put("/shops/{shop}/tier-policy", shop.id())
                    .then()
                    .statusCode(200);
            button(page, "保存并重新分层").click();
            assertThat(page.locator("siyu-tier-policy [role=alert]")).containsText("有人刚刚改过规则");
            button(page, "载入最新规则").click();
            assertThat(page.locator("siyu-tier-rules li")).hasCount(1);
        }
    }

    @Test
    void aSegmentIsTriedOutAndSaved() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer");
            button(page, "新建人群").click();
            page.getByLabel("名称").fill("回头客");
            page.locator("siyu-filter-help summary").click();
            page.locator("#filter").fill("purchaseDays >= 2");
            Locator preview = page.locator("siyu-segment-preview");
            assertThat(preview).containsText("找到 2 位买家");
            assertThat(preview).containsText("阿三");
            button(page, "保存").click();
            assertThat(page.locator("siyu-segment-form")).hasCount(0);
            assertThat(page.locator("siyu-segments li")).containsText("purchaseDays >= 2");
            browser.assertContent();
        }
        As.marketer().get("/shops/{shop}/segments", shop.id()).then().body("items.name", contains("回头客"));
    }

    @Test
    void whatIsNoFilterIsSaidWhereItIsAndWhatIsInUseIsKept() {
        String segment = post("/segments", Map.of("name", "老客", "filter", "spend > 1"));
        post(
                "/posts",
                Map.of("date", "2027-06-01", "at", "10:30", "kind", "MOMENT", "audience", Map.of("segment", segment)));
        try (Browser browser = new Browser()) {
            Page page = open(browser.phone(), "marketer");
            button(page, "删除人群“老客”").click();
            button(page, "删除").click();
            assertThat(page.locator("siyu-dialog [role=alert]")).containsText("2027-06-01 10:30 的日常发布");
            button(page, "取消").click();

            button(page, "修改人群“老客”").click();
            page.locator("#filter").fill("spend > lots and tier = VIP");
            assertThat(page.locator("siyu-segment-form mark")).hasText("lots");
            assertThat(page.locator("siyu-segment-form")).containsText("第 9 个字符处应为数字");
            assertThat(button(page, "保存")).isDisabled();
        }
    }

    private Page open(Page page, String user) {
        Browser.logIn(page, user);
        Browser.goTo(page, shop, "#/tiers");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("分层");
        return page;
    }

    private static Locator count(Page page, String tier) {
        return page.locator("siyu-tier-counts li").filter(new Locator.FilterOptions().setHasText(tier));
    }

    private String post(String path, Object body) {
        return As.make(As.marketer(), "/shops/" + shop.id() + path, body);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
