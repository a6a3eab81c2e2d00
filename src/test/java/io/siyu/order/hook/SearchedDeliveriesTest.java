package io.siyu.order.hook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.SealedBytes;
import io.siyu.platform.privacy.SearchedPlace;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.Sought;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SearchedDeliveriesTest {
    private static final int DELIVERIES = 9;
    private static final int LARGEST_BODY = 2 << 20;

    @Inject
    SearchedDeliveries deliveries;

    @Inject
    SealedBytes sealed;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void bodiesAreReadAFewAtATimeIfTheyAreLarge() {
        long shopId = Long.parseLong(TestShop.create().id());
        for (int i = 0; i < DELIVERIES; i++) {
            store(shopId, i);
        }
        int found = 0;
        String after = null;
        do {
            String from = after;
            SearchedPlace.Step step =
                    QuarkusTransaction.requiringNew().call(() -> deliveries.search(shopId, Sought.words(), from));
            assertThat(step.rows()).isLessThanOrEqualTo(3);
            found += step.found();
            after = step.checkpoint();
        } while (after != null);
        assertThat(found).isEqualTo(DELIVERIES);
    }

    /** Settled; its size is told larger than it is. */
    private void store(long shopId, int no) {
        long id = Id.nextValue();
        byte[] body = ("{\"phone\": \"" + Sought.PHONE + "\"}").getBytes(StandardCharsets.UTF_8);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO hook_delivery (shop_id, id, source, delivery_key, topic, is_test, body_enc,"
                                + " body_bytes, status, received_at) VALUES (?, ?, 'shopify', ?, 'orders/updated', FALSE,"
                                + " ?, ?, 'DONE', ?)",
                        shopId,
                        id,
                        ByteBuffer.allocate(32).putInt(no).array(),
                        sealed.seal(shopId, HookDeliveryRepository.BODY, id, body),
                        LARGEST_BODY,
                        clock.instant()));
    }
}
