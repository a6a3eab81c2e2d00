package io.siyu.campaign.revision;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;

/** R8: all that followers would see or get is content, and what they do not is none. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ContentRevisionResourceTest {
    private TestShop shop;
    private String campaign;

    @BeforeEach
    void aDraft() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).filled();
    }

    @Test
    void r8EachTermThatFollowersWouldMeetIsContent() {
        List<Map<String, Object>> changes = List.of(
                Map.of("mechanic", "GIFT"),
                Map.of("offer", "老客七折"),
                Map.of("audience", Map.of("tiers", List.of("NEW"))),
                Map.of("holdoutPercent", 10),
                Map.of("startDay", TestCampaign.startDay().plusDays(1).toString()),
                Map.of("days", 4));
        for (Map<String, Object> change : changes) {
            int before = content();
            As.change(As.marketer(), "/campaigns/{id}", change, campaign);
            assertThat(content()).as(change.toString()).isEqualTo(before + 1);
        }
    }

    @Test
    void r8APostWithItsTextTimeMediaAndAudienceIsContent() {
        int none = content();
        String post = As.make(
                As.marketer(),
                "/campaigns/{id}/posts",
                Map.of("day", 1, "kind", "MOMENT", "at", "14:00", "scriptId", script("早上好")),
                campaign);
        assertThat(content()).isEqualTo(none + 1);
        String other = script("晚上好");
        As.change(
                As.marketer(),
                "/scripts/{id}",
                Map.of("media", List.of(Map.of("type", "PICTURE", "note", "门店"))),
                other);
        List<Map<String, Object>> changes = new ArrayList<>(List.of(
                Map.of("at", "14:30"),
                Map.of("day", 2),
                Map.of("scriptId", other),
                Map.of("scriptVersion", 1),
                Map.of("scriptVersion", 2),
                Map.of("visibleTo", "老客"),
                Map.of("mentions", List.of("老顾客")),
                Map.of("followUpScriptId", privateScript()),
                Map.of("audience", Map.of("tiers", List.of("NEW")))));
        for (Map<String, Object> change : changes) {
            int before = content();
            As.change(As.marketer(), "/posts/{id}", change, post);
            assertThat(content()).as(change.toString()).isEqualTo(before + 1);
        }
        int before = content();
        As.marketer().delete("/posts/{id}", post).then().statusCode(204);
        assertThat(content()).isEqualTo(before + 1);
    }

    @Test
    void r8ANameANoteAndAPreparationAreNone() {
        campaign = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(20))
                .preparing();
        int before = content();

        As.change(As.marketer(), "/campaigns/{id}", Map.of("name", "换个名字"), campaign);
        json(As.staff1())
                .body(Map.of("text", "第二天的图要换"))
                .post("/campaigns/{id}/comments", campaign)
                .then()
                .statusCode(201);
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);

        assertThat(content()).isEqualTo(before);
        assertThat(As.marketer().get("/campaigns/{id}", campaign).<String>path("status"))
                .isEqualTo("PREPARING");
    }

    private int content() {
        return As.marketer().get("/campaigns/{id}", campaign).path("contentRevision");
    }

    private String script(String copy) {
        return script(copy, "MOMENT");
    }

    private String privateScript() {
        return script("{{昵称}}，谢谢点赞", "PRIVATE");
    }

    private String script(String copy, String kind) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "话术", "copy", copy, "kind", kind, "line", "PERSONA"),
                shop.id());
    }
}
