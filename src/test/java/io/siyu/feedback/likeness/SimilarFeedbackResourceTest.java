package io.siyu.feedback.likeness;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SimilarFeedbackResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @Test
    void r16OpenOnesOfTheSameKindAboutTheSameThingOrInLikeWordsAreSuggested() {
        String one = report(As.staff1(), "COMPLAINT", "礼盒边角压坏了", "礼盒");
        String sameThing = report(As.staff2(), "COMPLAINT", "颜色和图片不一样", "礼盒");
        String otherKind = report(As.staff2(), "PRAISE", "收到了，不错", "礼盒");
        String likeWords = report(As.staff2(), "QUESTION", "禮盒邊角壓壞了，怎么办？", "茶杯");
        String unlike = report(As.staff2(), "COMPLAINT", "发货太慢", "茶杯");

        As.marketer()
                .get("/feedback/{id}/similar", one)
                .then()
                .statusCode(200)
                .body("items.feedback.id", contains(sameThing, likeWords))
                .body("items[0].sameKind", equalTo(true))
                .body("items[0].sharedSubjects", contains("PRODUCT"))
                .body("items[1].sameKind", equalTo(false))
                .body("items[1].textLikeness", equalTo(0.8f));
        As.marketer().get("/feedback/{id}/similar", unlike).then().body("items", empty());
        As.marketer().get("/feedback/{id}/similar", otherKind).then().body("items", empty());
    }

    @Test
    void r16WhatIsSettledIsNotSuggested() {
        String one = report(As.staff1(), "COMPLAINT", "礼盒压坏了", null);
        String settled = report(As.staff1(), "COMPLAINT", "礼盒压坏了", null);
        step(settled, "triage", Map.of());
        As.marketer().get("/feedback/{id}/similar", one).then().body("items.feedback.id", contains(settled));
        step(settled, "action", Map.of("outcome", "ANSWERED", "answer", "补发"));
        As.marketer().get("/feedback/{id}/similar", one).then().body("items", empty());
    }

    @Test
    void staffAreSuggestedWhatTheyMayRead() {
        String mine = report(As.staff1(), "COMPLAINT", "礼盒压坏了", null);
        report(As.staff2(), "COMPLAINT", "礼盒压坏了", null);
        As.staff1().get("/feedback/{id}/similar", mine).then().statusCode(200).body("items", empty());
        As.staff2().get("/feedback/{id}/similar", mine).then().statusCode(404);
    }

    private String report(RequestSpecification as, String kind, String text, String product) {
        Map<String, Object> body = product == null
                ? Map.of("kind", kind, "text", text)
                : Map.of("kind", kind, "text", text, "product", product);
        return As.make(as, "/shops/{shop}/feedback", body, shop.id());
    }

    private static void step(String id, String step, Map<String, Object> body) {
        json(As.marketer())
                .body(body)
                .put("/feedback/{id}/{step}", id, step)
                .then()
                .statusCode(200);
    }
}
