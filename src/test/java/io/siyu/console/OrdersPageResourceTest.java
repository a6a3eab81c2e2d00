package io.siyu.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Browser;
import io.siyu.support.Database;
import io.siyu.support.NeedsChromium;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Where orders come in, in a real browser on a desktop. */
@QuarkusTest
@QuarkusTestResource(Database.class)
@NeedsChromium
class OrdersPageResourceTest {
    private static final String HEADER = "order_no,buyer_id,ordered_at,paid_amount,status\n";

    @Test
    void aFileIsRehearsedImportedAndItsRejectsRead() throws IOException {
        TestShop shop = TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/orders");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("订单导入");
            assertThat(page.locator("siyu-orders")).containsText("还没有导入过订单");

            choose(page, HEADER + "N1,b1,2024-01-01,10,PAID\nN2,b2,2024-01-02,x,PAID\nN3,b1,2024-01-09,5,PAID\n");
            page.getByLabel("先试算，不写入").check();
            button(page, "试算").click();
            Locator rehearsal = page.locator("siyu-import").first();
            assertThat(rehearsal).containsText("已完成");
            assertThat(rehearsal).containsText("新增2");

            choose(page, HEADER + "N1,b1,2024-01-01,10,PAID\nN2,b2,2024-01-02,x,PAID\nN3,b1,2024-01-09,5,PAID\n");
            page.getByLabel("先试算，不写入").uncheck();
            button(page, "导入").click();
            assertThat(page.locator("siyu-import")).hasCount(2);
            Locator job = page.locator("siyu-import").first();
            assertThat(job).containsText("已完成");
            assertThat(job).containsText("未读入1");

            String rejects = Files.readString(
                    page.waitForDownload(() -> button(page, "下载原因").first().click())
                            .path());
            org.assertj.core.api.Assertions.assertThat(rejects).contains("3,paid_amount,x,不是金额");
            browser.assertContent();
        }
    }

    @Test
    void aFileThatNobodyKnowsIsRefusedInWordsOnTheSpot() {
        TestShop shop = TestShop.create();
        try (Browser browser = new Browser()) {
            Page page = browser.desktop();
            Browser.logIn(page, "marketer");
            Browser.goTo(page, shop, "#/orders");
            choose(page, "order_no,status\nN1,PAID\n");
            button(page, "导入").click();
            assertThat(page.locator("siyu-upload [role=alert]")).containsText("ordered_at");
            choose(page, "a,b\n1,2\n");
            button(page, "导入").click();
            assertThat(page.locator("siyu-upload [role=alert]")).hasText("无法识别这个文件。开头几行中没有任何已知格式的列名。");
            assertThat(page.locator("siyu-import")).hasCount(0);
        }
    }

    private static void choose(Page page, String text) {
        page.locator("siyu-upload input[type=file]")
                .setInputFiles(new FilePayload("订单.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
