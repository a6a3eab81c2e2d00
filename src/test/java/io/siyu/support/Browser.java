package io.siyu.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.RestAssured;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A real Chromium on the test server. What the console logs as an error, or asks for in vain, is remembered. */
public class Browser implements AutoCloseable {
    private static final int ENOUGH_MS = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    public Browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(ENOUGH_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(NeedsChromium.Condition.chromium().orElseThrow())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A phone that staff hold in one hand. */
    public Page phone() {
        return open(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true));
    }

    public Page desktop() {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** Goes to the console as a person does: over the login of the embedded provider, by its button. */
    public static void logIn(Page page, String user) {
        page.navigate(address());
        page.locator("button[value='" + user + "']").click();
        page.waitForURL(url -> url.startsWith(address()) && !url.contains("/login"));
    }

    /** The console's address for this shop, chosen as the header's switcher would. */
    public static void goTo(Page page, TestShop shop, String hash) {
        // Only then has the console chosen the page to begin with, and does not choose it over the one that is asked
        // for.
        page.waitForURL(url -> url.contains("#/"));
        page.evaluate("shop => localStorage.setItem('siyu.shop', shop)", shop.id());
        page.navigate(address() + "/" + hash);
        page.reload();
    }

    public static String address() {
        return "http://localhost:" + RestAssured.port;
    }

    /** Fails if a page had something to complain of. */
    public void assertContent() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(ENOUGH_MS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type()) && isOurs(message.location())) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onResponse(response -> {
            if (isOurs(response.url()) && response.status() >= 400) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        return page;
    }

    /** The login page of the embedded provider is not our concern. */
    private static boolean isOurs(String url) {
        return url.startsWith(address());
    }
}
