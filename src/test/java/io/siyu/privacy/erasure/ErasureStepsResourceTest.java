package io.siyu.privacy.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.privacy.search.SearchedPlaces;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** How an erasure goes from place to place. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ErasureStepsResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofDays(1);
    private static final String PHONE = "13987651234";
    private static final String TEXT = "问 " + PHONE;

    @Inject
    SearchedPlaces places;

    @Inject
    ErasureSearch search;

    @Inject
    Clock clock;

    private TestShop shop;
    private long shopId;
    private String buyer;

    enum Failure {
        UNEXPECTED(() -> new IllegalArgumentException(TEXT)),
        FILE(() -> new UncheckedIOException(new FileNotFoundException(TEXT))),
        MEMORY(() -> new OutOfMemoryError(TEXT));

        private final Supplier<Throwable> thrown;

        Failure(Supplier<Throwable> thrown) {
            this.thrown = thrown;
        }
    }

    @BeforeEach
    void someoneBought() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
        PostedOrder.post(shop, PostedOrder.of("A1", "somebody", PHONE, null));
        buyer = PostedOrder.buyerOf(shop, "A1");
    }

    @AfterEach
    void mend() {
        BrokenPlace.mendFor(shopId);
    }

    @Test
    void whatIsWrittenMeanwhileComesLast() {
        assertThat(places.all().stream().map(SearchedPlace::name))
                .startsWith(BrokenPlace.NAME)
                .endsWith("audit_event", "idempotency_key");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void aPlaceThatFailsKeepsNoOtherFromBeingSearchedAndIsTriedAgain(Failure failure) {
        String told = report(UUID.randomUUID().toString()).path("id");
        BrokenPlace.breakFor(shopId, failure.thrown.get());
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);

        Waiting.until("all else is looked through", PATIENCE, () -> erasure()
                .getList("outstanding.place")
                .equals(List.of(BrokenPlace.NAME)));
        As.marketer().get("/feedback/{id}", told).then().body("text", equalTo("问 " + PersonWords.MARK));
        JsonPath state = erasure();
        assertThat(state.getString("status")).isEqualTo("SEARCHING");
        assertThat(state.getInt("placesDone")).isEqualTo(places.all().size() - 1);
        assertThat(state.getInt("outstanding[0].failures")).isPositive();
        assertThat(state.getString("outstanding[0].obstacle")).isEqualTo(failure.name());
        assertThat(state.getString("outstanding[0].nextAt")).isNotBlank();
        assertThat(state.prettify()).doesNotContain(PHONE);

        BrokenPlace.mendFor(shopId);
        runUntilDone();
        assertThat(erasure().getList("outstanding")).isEmpty();
        assertThat(erasure().getInt("placesDone")).isEqualTo(places.all().size());
    }

    @Test
    void whatWasAnsweredUntilTheLastPlaceEndedIsErasedTooAndNotDoneAgain() {
        BrokenPlace.breakFor(shopId, new IllegalStateException("Broken"));
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        Waiting.until("all else is looked through", PATIENCE, () -> erasure()
                .getList("outstanding.place")
                .equals(List.of(BrokenPlace.NAME)));
        String key = UUID.randomUUID().toString();
        String id = report(key).then().statusCode(201).extract().path("id");
        assertThat((String) report(key).path("id")).isEqualTo(id);

        BrokenPlace.mendFor(shopId);
        runUntilDone();

        report(key)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("ANSWER_ERASED"));
        As.marketer().get("/shops/{shop}/feedback", shop.id()).then().body("items.id", equalTo(List.of(id)));
    }

    /** As if the wait after the failure was over. */
    private void runUntilDone() {
        Waiting.until("the erasure is over", PATIENCE, () -> {
            search.runDue(clock.instant().plus(LATER));
            return "DONE".equals(erasure().getString("status"));
        });
    }

    private Response report(String key) {
        return As.staff1()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "IDEA", "text", TEXT))
                .post("/shops/{shop}/feedback", shop.id());
    }

    private JsonPath erasure() {
        return As.admin()
                .get("/buyers/{id}/erasure", buyer)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
