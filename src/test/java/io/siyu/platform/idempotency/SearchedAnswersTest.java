package io.siyu.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import io.siyu.support.Sought;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SearchedAnswersTest {
    private static final int ANSWERS = 2000;

    @Inject
    SearchedAnswers answers;

    @Inject
    DocumentEncryption documents;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void noneIsReadTwice() {
        long shopId = shop();
        store(shopId, ANSWERS, "{}");
        QuarkusTransaction.requiringNew().run(() -> {
            long before = rowsRead();
            assertThat(rowsOf(shopId)).isGreaterThanOrEqualTo(ANSWERS);
            long others = sql.first(
                            "SELECT COUNT(*) AS n FROM idempotency_key WHERE shop_id = 0", row -> row.longAt("n"))
                    .orElseThrow();
            // Its id in a list of ids, and then itself.
            assertThat(rowsRead() - before).isLessThan(3 * (ANSWERS + 2 * others));
        });
    }

    @Test
    void answersOfTheShopAndOfSeveralAreErasedAndNoOthers() {
        long shopId = shop();
        long other = shop();
        store(shopId, 1, "{\"note\":\"" + Sought.PHONE + "\"}");
        store(shopId, 1, "{\"note\":\"4711\"}");
        store(other, 1, "{\"note\":\"" + Sought.PHONE + "\"}");
        long ofSeveral = store(0, 1, "{\"note\":\"" + Sought.PHONE + "\"}");
        QuarkusTransaction.requiringNew().run(() -> rowsOf(shopId));
        assertThat(kept(shopId)).isEqualTo(1);
        assertThat(keys(shopId)).isEqualTo(2);
        assertThat(kept(other)).isEqualTo(1);
        assertThat(sql.first(
                        "SELECT answer_enc IS NULL AS n FROM idempotency_key WHERE shop_id = 0 AND id = ?",
                        row -> row.booleanAt("n"),
                        ofSeveral))
                .contains(true);
    }

    private int rowsOf(long shopId) {
        int rows = 0;
        String after = null;
        do {
            SearchedPlace.Step step = answers.search(shopId, Sought.words(), after);
            after = step.checkpoint();
            rows += step.rows();
        } while (after != null);
        return rows;
    }

    /** By this connection, as the storage engine counts. */
    private long rowsRead() {
        return sql
                .list(
                        "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_rnd')",
                        row -> row.longAt("Value"))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private int kept(long shopId) {
        return count(shopId, " AND answer_enc IS NOT NULL");
    }

    private int keys(long shopId) {
        return count(shopId, "");
    }

    private int count(long shopId, String condition) {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM idempotency_key WHERE shop_id = ?" + condition,
                        row -> row.intAt("n"),
                        shopId)
                .orElseThrow();
    }

    private static long shop() {
        return Long.parseLong(TestShop.create().id());
    }

    /** @return the id of the last */
    private long store(long shopId, int count, String body) {
        List<Object[]> rows = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < count; i++) {
            id = Id.nextValue();
            rows.add(new Object[] {
                ByteBuffer.allocate(32).putLong(shopId).putLong(id).array(),
                shopId,
                id,
                new byte[32],
                documents.seal(shopId, "kept answer", id, body.getBytes(StandardCharsets.UTF_8)),
                clock.instant()
            });
        }
        QuarkusTransaction.requiringNew()
                .run(() -> sql.insert(
                        new Sql.Insertion(
                                "INSERT INTO idempotency_key (key_hash, shop_id, id, request_hash, answer_enc, created_at)",
                                ""),
                        rows));
        return id;
    }
}
