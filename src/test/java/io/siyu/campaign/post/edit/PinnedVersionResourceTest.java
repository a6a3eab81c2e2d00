package io.siyu.campaign.post.edit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

/** R10: a post pins the version of its script; a newer one changes nothing until it is taken by an edit of the post. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class PinnedVersionResourceTest {
    private TestShop shop;
    private String campaign;
    private String post;
    private String script;

    @BeforeEach
    void aReadyCampaign() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).ready();
        Map<String, Object> offer = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/day1-offer' }");
        post = offer.get("id").toString();
        script = offer.get("scriptId").toString();
    }

    /** Issue 16, cases 10 and 11: a script that was edited for the next draft rewrote 21 undone tasks. */
    @Test
    void aNewerVersionChangesNoCampaignAndNoUndoneTask() {
        List<String> said = copies();
        int revision = As.marketer().get("/campaigns/{id}", campaign).path("revision");

        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "下一场的话术"), script);

        assertThat(copies()).isEqualTo(said).hasSize(2);
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("status", equalTo("READY"))
                .body("revision", equalTo(revision));
        As.marketer()
                .get("/posts/{id}", post)
                .then()
                .body("scriptVersion", equalTo(1))
                .body("newerScriptVersion", equalTo(2));
        json(As.staff1()).post("/campaigns/{id}/checks", campaign).then().statusCode(200);
        String next = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(40))
                .filled();
        As.marketer()
                .get("/campaigns/{id}/posts", next)
                .then()
                .body("items.find { it.playbookKey == 'default/day1-offer' }.scriptVersion", equalTo(2));
    }

    @Test
    void r10TakingANewerVersionIsAnEditOfThePost() {
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "改过的话术，{{承接号}}"), script);
        int revision = As.marketer().get("/campaigns/{id}", campaign).path("contentRevision");

        patch(Map.of("scriptVersion", 2))
                .statusCode(200)
                .body("scriptVersion", equalTo(2))
                .body("newerScriptVersion", nullValue());

        assertThat(copies()).isEmpty();
        As.marketer()
                .get("/campaigns/{id}", campaign)
                .then()
                .body("contentRevision", equalTo(revision + 1))
                .body("status", equalTo("REVIEW"));
        prepareAgain();
        move(As.marketer(), campaign, "READY").statusCode(200);
        assertThat(copies()).hasSize(2).allMatch(copy -> copy.startsWith("改过的话术，"));
        patch(Map.of("scriptVersion", 1)).statusCode(200).body("newerScriptVersion", equalTo(2));
        patch(Map.of("scriptId", script)).statusCode(200).body("scriptVersion", equalTo(1));
    }

    @Test
    void r11AVersionThatBreaksARuleDoesNotBecomeReady() {
        As.change(As.marketer(), "/scripts/{id}", Map.of("firstComment", "t o p 1 的选择"), script);
        patch(Map.of("scriptVersion", 2)).statusCode(200);

        prepareAgain();
        move(As.marketer(), campaign, "READY")
                .statusCode(409)
                .body("violations.code", everyItem(equalTo("POST_RULE_BROKEN")));
    }

    private void prepareAgain() {
        TestCampaign.approve(As.marketer(), campaign);
        TestCampaign.approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        TestCampaign.brief(campaign);
    }

    @Test
    void onlyVersionsThatAreThereAreTaken() {
        patch(Map.of("scriptVersion", 2)).statusCode(400).body("violations.code", contains("UnknownVersion"));
        json(As.marketer())
                .body(Map.of("day", 1, "kind", "MOMENT", "at", "15:00", "scriptVersion", 1))
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(400)
                .body("violations.code", contains("NoScript"));
    }

    private List<String> copies() {
        return As.marketer()
                .get("/tasks?shop={shop}&status=PLANNED&limit=200", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.postId == '" + post + "' }.copy");
    }

    private ValidatableResponse patch(Map<String, Object> change) {
        return json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/posts/{id}", post)
                .then();
    }
}
