package io.siyu.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

/** What an erasure leaves of webhooks: nothing of the person's, and all of the others'. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SearchedDeliveriesTest {
    /** As platforms write: signs that are not ASCII, and slashes, as escapes. */
    private static final String HIDDEN =
            "{\"note\":\"\\u738b\\u5c0f\\n\\u660e\\/\\u0031\\u0033987651234\",\"total_price\":\"88123.00\",\"id\":88123}";

    private static final String OTHERS =
            "{ \"id\":88123, \"total_price\":\"88123.50\", \"line_items\":[{\"title\":\"88123\"}], \"note\":\"\\u8336\" }";
    private static final String BY_HIS_ID = "{\"id\":7,\"customer\":{\"id\":88123},\"total_price\":\"5.00\"}";

    private static final PersonWords WANG = new PersonWords(
            new PersonFacts(
                    Set.of("王小明"), Set.of("+8613987651234"), Set.of(), Set.of(), Set.of("88123"), Set.of(1L), Set.of()),
            new PersonWords.KnownBy() {
                @Override
                public boolean phone(String text) {
                    return false;
                }

                @Override
                public boolean email(String text) {
                    return false;
                }
            });

    @Inject
    SearchedDeliveries deliveries;

    @Inject
    DocumentEncryption documents;

    @Inject
    Sql sql;

    private long shopId;

    @BeforeEach
    void openShop() {
        shopId = Long.parseLong(TestShop.create().id());
    }

    @Test
    void whatWasWorkedGoesHoweverItIsWrittenAndThatOfOthersStays() {
        long hidden = add(HIDDEN, "DONE");
        long byId = add(BY_HIS_ID, "FAILED");
        long others = add(OTHERS, "DONE");
        assertThat(search()).isEqualTo(2);
        assertThat(body(hidden)).isNull();
        assertThat(body(byId)).isNull();
        assertThat(body(others)).isEqualTo(OTHERS);
    }

    @Test
    void whatStillWaitsLosesThePersonAndNoNumber() {
        long hidden = add(HIDDEN, "RECEIVED");
        long byId = add(BY_HIS_ID, "RECEIVED");
        long others = add(OTHERS, "RECEIVED");
        assertThat(search()).isEqualTo(2);
        assertThat(body(hidden))
                .isEqualTo("{\"note\":\"" + MARK + "/" + MARK + "\",\"total_price\":\"88123.00\",\"id\":88123}");
        assertThat(body(byId)).isEqualTo("{\"id\":7,\"customer\":{\"id\":\"" + MARK + "\"},\"total_price\":\"5.00\"}");
        assertThat(body(others)).isEqualTo(OTHERS);
    }

    private int search() {
        return QuarkusTransaction.requiringNew()
                .call(() -> deliveries.search(shopId, WANG, null).found());
    }

    private long add(String body, String status) {
        long id = Id.nextValue();
        Instant never = Instant.parse("2099-01-01T00:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO hook_delivery (shop_id, id, source, delivery_key, topic, is_test, body_enc, body_bytes,"
                                + " body_until, status, next_at, received_at)"
                                + " VALUES (?, ?, 'shopify', ?, 'orders/create', FALSE, ?, ?, ?, ?, ?, ?)",
                        shopId,
                        id,
                        ByteBuffer.allocate(32).putLong(id).array(),
                        documents.seal(shopId, HookDeliveryRepository.BODY, id, body.getBytes(StandardCharsets.UTF_8)),
                        body.length(),
                        never,
                        status,
                        never,
                        never));
        return id;
    }

    private String body(long id) {
        byte[] left = QuarkusTransaction.requiringNew().call(() -> sql.first(
                        "SELECT body_enc, id FROM hook_delivery WHERE shop_id = ? AND id = ?",
                        row -> row.bytesAt("body_enc") == null ? new byte[0] : row.bytesAt("body_enc"),
                        shopId,
                        id)
                .orElseThrow());
        return left.length == 0
                ? null
                : new String(documents.open(shopId, HookDeliveryRepository.BODY, id, left), StandardCharsets.UTF_8);
    }
}
