package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.siyu.support.As;
import io.siyu.support.Browser;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** The shop's word lists, in a real browser. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class WordsPageResourceTest {
    private TestShop shop;

    @BeforeEach
    void found() {
        shop = TestShop.create();
    }

    @Test
    void aMarketerEditsBothLists() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer");
            assertThat(button(page, "保存")).hasCount(0);
            page.locator("summary").first().click();
            assertThat(page.locator("siyu-words details").first()).containsText("国家级");

            page.getByLabel("店铺禁用词").fill("神器\n\n 神 器 \n秒杀全场\n");
            page.getByLabel("允许短语").fill("顶级水手");
            button(page, "保存").click();

            assertThat(page.locator("siyu-toasts")).containsText("禁用词已生效");
            assertThat(page.getByLabel("店铺禁用词")).hasValue("神器\n秒杀全场");
            assertThat(button(page, "保存")).hasCount(0);
            browser.assertContent();
        }
        As.marketer()
                .get("/shops/{shop}/word-lists", shop.id())
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("banned", contains("神器", "秒杀全场"))
                .body("allowed", contains("顶级水手"));
    }

    @Test
    void whatCannotBeSavedIsSaidWhereItIsInTheReadersLanguage() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.phone(), "admin");
            page.getByLabel("店铺禁用词").fill("神器\n。。");
            button(page, "保存").click();
            assertThat(page.locator("siyu-words [role=alert]")).hasText("第 2 个：至少要有一个文字或数字");

            button(page, "EN").click();
            assertThat(page.locator("siyu-words [role=alert]"))
                    .hasText("Entry 2: it needs at least one letter or digit");
            page.getByLabel("The shop’s banned words").fill("长".repeat(41));
            button(page, "Save").click();
            assertThat(page.locator("siyu-words [role=alert]"))
                    .hasText("Entry 1: at most 500 entries of at most 40 characters");
        }
    }

    @Test
    void listsThatSomebodyElseChangedAreNotOverwritten() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer");
            page.getByLabel("店铺禁用词").fill("神器");
            As.admin()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("banned", List.of("秒杀"), "allowed", List.of()))
                    .put("/shops/{shop}/word-lists", shop.id())
                    .then()
                    .statusCode(200);
            button(page, "保存").click();
            assertThat(page.locator("siyu-words [role=alert]")).containsText("有人刚刚改过");
            assertThat(page.locator("siyu-words [role=alert]")).containsText("载入最新会替换你输入的内容");
            button(page, "载入最新").click();
            assertThat(page.getByLabel("店铺禁用词")).hasValue("秒杀");
        }
    }

    @Test
    void whatWasTypedIsNotLostUnasked() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer");
            page.getByLabel("店铺禁用词").fill("神器，秒杀");
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                dialog.dismiss();
            });
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("分层"))
                    .click();

            page.waitForCondition(() -> !asked.isEmpty());
            assertThat(page.getByLabel("店铺禁用词")).hasValue("神器，秒杀");
            assertThat(page).hasURL(Pattern.compile("#/words$"));
            As.admin()
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("banned", List.of("别人的"), "allowed", List.of()))
                    .put("/shops/{shop}/word-lists", shop.id())
                    .then()
                    .statusCode(200);
            button(page, "保存").click();
            button(page, "仍保存我的").click();
            assertThat(page.getByLabel("店铺禁用词")).hasValue("神器\n秒杀");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("分层"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("#/tiers$"));
        }
    }

    private Page open(Page page, String user) {
        Browser.logIn(page, user);
        Browser.goTo(page, shop, "#/words");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("禁用词");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
