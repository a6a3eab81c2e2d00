package io.siyu.privacy.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What others' contacts tell of an erased person goes, and what is theirs stays. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ErasureOfOthersResourceTest {
    private static final String NAME = "欧阳小晓晓";
    private static final String PHONE = "13987651234";
    private static final String ADDRESS = "杭州市西湖区文三路998号7幢301室";
    private static final String ELSEWHERE = "杭州市余杭区文一西路66号9幢201室";
    private static final String OTHER_PHONE = "13711112222";

    @Inject
    Sql sql;

    @Inject
    FieldEncryption encryption;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @Test
    void aPresentTellsNoMoreWhoGotIt() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String giver = bought("B1", "giver", NAME, PHONE, ELSEWHERE);
        String former = script("退件", "寄" + ELSEWHERE + "被退回");
        Erasures.run(person).body("found", hasKey("buyer.contact"));

        assertThat(contact(giver)).containsOnlyNulls();
        // Where presents went is the person's, too.
        assertThat(copy(former)).isEqualTo("寄" + PersonWords.MARK + "被退回");
        As.marketer()
                .get("/buyers/{id}", giver)
                .then()
                .statusCode(200)
                .body("platformId", equalTo("giver"))
                .body("orders", equalTo(1));
        assertThat(PostedOrder.buyerOf(shop, "B1")).isEqualTo(giver);
    }

    @Test
    void aFileThatTellsOfThePresentAgainTeachesNothing() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String giver = bought("B1", "giver", NAME, PHONE, ADDRESS);
        Erasures.run(person);

        bought("B1", "giver", NAME, PHONE, ADDRESS);
        bought("B2", "giver", NAME, PHONE, ADDRESS);
        String another = bought("C1", "another", NAME, PHONE, ADDRESS);
        assertThat(contact(giver)).containsOnlyNulls();
        assertThat(contact(another)).containsOnlyNulls();
        bought("B3", "giver", "王大明", OTHER_PHONE, ELSEWHERE);
        assertThat(contact(giver)).containsExactly("王大明", "+86" + OTHER_PHONE, null, ELSEWHERE);
    }

    @Test
    void thePhoneLeadsToNobodyThatWasTheGiversFirst() {
        String giver = bought("B1", "giver", NAME, PHONE, ADDRESS);
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        assertThat(person).isNotEqualTo(giver);
        found(PHONE).body("items.id", hasSize(1));
        Erasures.run(person);
        assertThat(contact(giver)).containsOnlyNulls();
        found(PHONE).body("items", empty());
        found("giver").body("items.id", contains(giver));
    }

    @Test
    void whoHasThePhoneAndAnotherNameKeepsTheName() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String other = bought("B1", "other", "王大明", PHONE, ELSEWHERE);
        Erasures.run(person);
        assertThat(contact(other)).containsExactly("王大明", null, null, ELSEWHERE);
    }

    @Test
    void aNameWithItsAddressIsThePersonAndThePhoneBesideItIsToBeLookedAt() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String other = bought("B1", "other", NAME, OTHER_PHONE, ADDRESS);
        Erasures.run(person).body("perhaps.'buyer.contact'.ids", contains(other));
        assertThat(contact(other)).containsExactly(null, "+86" + OTHER_PHONE, null, null);
    }

    @Test
    void aNamesakeKeepsTheNameAndWhatIsWrittenOfIt() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String namesake = bought("B1", "namesake", NAME, OTHER_PHONE, ELSEWHERE);
        String other = bought("C1", "other", "王大明", "13711113333", null);
        remark(namesake, NAME + "要发票");
        remark(other, "与" + NAME + "同住");
        Erasures.run(person)
                .body("perhaps.'buyer.contact'.ids", contains(namesake))
                .body("found", not(hasKey("buyer.contact")));
        assertThat(contact(namesake)).containsExactly(NAME, "+86" + OTHER_PHONE, null, ELSEWHERE);
        assertThat(remarkOf(namesake)).isEqualTo(NAME + "要发票");
        assertThat(remarkOf(other)).isEqualTo("与" + PersonWords.MARK + "同住");
    }

    @Test
    void aFormerNameAndAddressThatAMergeHasKeptAreLookedForToo() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String before = bought("B1", null, "司马小雨雨", OTHER_PHONE, ELSEWHERE);
        json(As.marketer())
                .body(Map.of("keptId", person, "goneId", before, "reason", "one"))
                .post("/shops/{shop}/buyer-merges", shop.id())
                .then()
                .statusCode(201);
        String text = script("旧客", "司马小雨雨，" + ELSEWHERE + "，" + NAME);
        Erasures.run(person);
        assertThat(copy(text)).isEqualTo(PersonWords.MARK + "，" + PersonWords.MARK + "，" + PersonWords.MARK);
    }

    @Test
    void noEscapeHidesThePersonInANote() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String json = script("日志", "note: \\u6b27\\u9633\\u5c0f\\u6653\\u6653 打来");
        String html = script("网页", "&#27431;&#38451;&#x5c0f;&#26195;&#26195; 打来");
        Erasures.run(person);
        assertThat(copy(json)).isEqualTo("note: " + PersonWords.MARK + " 打来");
        assertThat(copy(html)).isEqualTo(PersonWords.MARK + " 打来");
    }

    @Test
    void aHouseWithoutADoorIsToldAndStays() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        String house = script("自提", "文三路998号门口自提");
        Erasures.run(person).body("perhaps.script.ids", contains(house));
        assertThat(copy(house)).isEqualTo("文三路998号门口自提");
    }

    @Test
    void thereIsNothingToRevealOfWhoWasErased() {
        String person = bought("A1", "person", NAME, PHONE, ADDRESS);
        Erasures.run(person);
        As.marketer()
                .post("/buyers/{id}/contact-reveals", person)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("STATE_CONFLICT"))
                .body("violations.code", contains("Erased"));
        As.admin()
                .get("/shops/{shop}/contact-reveals", shop.id())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    /** @return the order's buyer */
    private String bought(String order, String platformId, String name, String phone, String address) {
        Map<String, Object> body = new HashMap<>();
        body.put("orderNo", order);
        body.put("buyerId", platformId);
        body.put("name", name);
        body.put("phone", phone);
        body.put("address", address);
        body.put("orderedAt", "2026-01-05T10:00:00+08:00");
        body.put("paidAmount", "10.00");
        body.put("status", "COMPLETED");
        PostedOrder.post(shop, List.of(body));
        return PostedOrder.buyerOf(shop, order);
    }

    /** Name, phone, e-mail and address. */
    private List<String> contact(String buyer) {
        List<String> contact = new ArrayList<>();
        sql.forEach(
                "SELECT name_enc, phone_enc, email_enc, address_enc FROM buyer WHERE shop_id = ? AND id = ?",
                row -> {
                    for (String field : Arrays.asList("name", "phone", "email", "address")) {
                        contact.add(encryption.decrypt(shopId, "buyer." + field, row.bytesAt(field + "_enc")));
                    }
                },
                shopId,
                Long.valueOf(buyer));
        return contact;
    }

    private ValidatableResponse found(String query) {
        return As.marketer()
                .queryParam("q", query)
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .statusCode(200);
    }

    private void remark(String buyer, String remark) {
        As.change(As.marketer(), "/followers/{id}", Map.of("accountId", shop.account1(), "remark", remark), buyer);
    }

    private static String remarkOf(String buyer) {
        return As.marketer().get("/buyers/{id}", buyer).path("follower.remark");
    }

    private String script(String title, String copy) {
        return As.make(As.marketer(), "/shops/{shop}/scripts", Map.of("title", title, "copy", copy), shop.id());
    }

    private static String copy(String script) {
        return As.marketer().get("/scripts/{id}", script).path("copy");
    }
}
