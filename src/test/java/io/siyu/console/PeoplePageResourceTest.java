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
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** The people of a shop and what they did, in a real browser. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class PeoplePageResourceTest {
    private TestShop shop;

    @BeforeEach
    void found() {
        shop = TestShop.create();
    }

    @Test
    void anAdminInvitesChangesDeactivatesAndRemoves() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "admin", "#/people");
            button(page, "邀请").click();
            page.getByLabel("登录名").fill("xiaolin");
            page.getByLabel("显示名称").fill("小林");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("邀请").setExact(true))
                    .last()
                    .click();
            assertThat(person(page, "xiaolin")).containsText("已邀请");

            button(page, "修改 小林").click();
            page.getByLabel("运营").check();
            button(page, "保存").click();
            assertThat(person(page, "xiaolin")).containsText("运营");

            button(page, "停用 小林").click();
            assertThat(person(page, "xiaolin")).containsText("已停用");

            button(page, "停用 admin").click();
            assertThat(page.locator("siyu-staff [role=alert]")).containsText("至少要有一位在用的店长");

            button(page, "移除 小林").click();
            page.locator("siyu-dialog")
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("移除").setExact(true))
                    .click();
            assertThat(person(page, "xiaolin")).hasCount(0);
            page.getByLabel("只看已离职").check();
            assertThat(person(page, "xiaolin")).containsText("已离职");

            page.getByText("操作记录", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("siyu-audit li").first()).containsText("移除人员");
            button(page, "EN").click();
            assertThat(page.locator("siyu-audit li").first()).containsText("Person removed");
            page.getByText("Contact reveals", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("siyu-reveals")).containsText("Nothing here");
        }
        As.admin()
                .get("/shops/{shop}/staff?status=LEFT", shop.id())
                .then()
                .body("items.username", contains("xiaolin"))
                .body("items[0].displayName", equalTo("小林"));
    }

    @Test
    void othersDoNotGetThere() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.desktop(), "marketer", "#/people");
            assertThat(page.locator("siyu-calendar")).isVisible();
            assertThat(page.locator("siyu-people")).hasCount(0);
        }
    }

    @Test
    void itFitsASmallPhone() {
        try (Browser browser = new Browser()) {
            Page page = browser.phone();
            page.setViewportSize(320, 740);
            open(page, "admin", "#/people");
            assertThat(person(page, "staff1")).isVisible();
            Object width = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            org.assertj.core.api.Assertions.assertThat((Integer) width).isLessThanOrEqualTo(0);
            browser.assertContent();
        }
    }

    /** The session of the browser goes on, but opens nothing of the shop any more. */
    @Test
    void aSessionOfWhoIsDeactivatedOpensNothing() {
        try (Browser browser = new Browser()) {
            Page page = open(browser.phone(), "staff1", "#/tasks");
            assertThat(page.locator("siyu-queue")).isVisible();
            As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff1Id());
            for (String path : List.of("/shops/" + shop.id(), "/tasks?shop=" + shop.id())) {
                Object status = page.evaluate("path => fetch('/api/v1' + path).then(r => r.status)", path);
                org.assertj.core.api.Assertions.assertThat(status).as(path).isEqualTo(404);
            }
        }
    }

    private Page open(Page page, String user, String hash) {
        Browser.logIn(page, user);
        Browser.goTo(page, shop, hash);
        return page;
    }

    private static Locator person(Page page, String username) {
        return page.locator("siyu-staff li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(username, new Page.GetByTextOptions().setExact(true))));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
