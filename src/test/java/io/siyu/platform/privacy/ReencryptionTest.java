package io.siyu.platform.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.start.RefusedStart;
import io.siyu.support.Database;
import io.siyu.support.PrivacyKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two replicas, or a service before and after a change of its keys, at one table. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ReencryptionTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final long SHOP = 7;
    private static final String FIRST = PrivacyKeys.newKey(1);
    private static final String SECOND = PrivacyKeys.newKey(2);
    private static final String LOOKUP_KEY = PrivacyKeys.newLookupKey();
    private static final Keyset ONLY_FIRST = Keyset.parse(PrivacyKeys.keyset(1, FIRST));
    private static final Keyset BOTH_BEFORE = Keyset.parse(PrivacyKeys.keyset(1, FIRST, SECOND));
    private static final Keyset BOTH = Keyset.parse(PrivacyKeys.keyset(2, FIRST, SECOND));
    private static final Keyset ONLY_SECOND = Keyset.parse(PrivacyKeys.keyset(2, SECOND));
    private static final EncryptedTable NOTES = EncryptedTable.ofPersonal("rotated_note", Map.of("text_enc", "note"));

    @Inject
    Sql sql;

    @BeforeEach
    void threeRowsAreUnderTheFirstKey() {
        FieldEncryption first = new FieldEncryption(ONLY_FIRST);
        apart("DROP TABLE IF EXISTS rotated_note");
        apart("DELETE FROM reencryption WHERE table_name = 'rotated_note'");
        apart(
                "CREATE TABLE rotated_note (shop_id BIGINT, id BIGINT, text_enc VARBINARY(200), PRIMARY KEY (shop_id, id))");
        for (long id = 1; id <= 3; id++) {
            apart("INSERT INTO rotated_note VALUES (?, ?, ?)", SHOP, id, first.encrypt(SHOP, "note", "text " + id));
        }
    }

    @AfterEach
    void drop() {
        apart("DROP TABLE rotated_note");
        apart("DELETE FROM reencryption WHERE table_name = 'rotated_note'");
    }

    @Test
    @TestTransaction
    void aKeyIsNeededUntilNothingIsUnderIt() {
        started(ONLY_FIRST, BOTH);
        Reencryption replica = replica(BOTH);

        assertThat(replica.runDue(NOW)).isEqualTo(3);
        assertRefused(ONLY_SECOND);
        assertThat(replica.runDue(NOW)).isZero();

        check(ONLY_SECOND).hold();
        assertRefused(ONLY_FIRST);
    }

    @Test
    @TestTransaction
    void whatIsWrittenUnderTheFormerKeyKeepsItNeededWhenTheCountHasComeDown() {
        started(ONLY_FIRST, BOTH);
        Reencryption replica = replica(BOTH);
        assertThat(replica.runDue(NOW)).isEqualTo(3);
        // By a replica that has not been changed yet, behind the checkpoint.
        apart(
                "INSERT INTO rotated_note VALUES (?, 0, ?)",
                SHOP,
                new FieldEncryption(ONLY_FIRST).encrypt(SHOP, "note", "late"));

        assertThat(replica.runDue(NOW)).isZero();
        assertThat(behind()).isZero();
        assertRefused(ONLY_SECOND);

        Instant nextDay = NOW.plusSeconds(86_401);
        assertThat(replica.runDue(nextDay)).isEqualTo(1);
        assertThat(replica.runDue(nextDay)).isZero();
        check(ONLY_SECOND).hold();
    }

    @Test
    @TestTransaction
    void aReplicaWithTheFormerPrimaryKeyTellsWhatIsBehindTheNewOneAndUndoesNothing() {
        started(ONLY_FIRST, BOTH);
        Reencryption former = replica(BOTH_BEFORE);

        assertThat(former.runDue(NOW)).isZero();
        assertThat(behind()).isEqualTo(3);
        assertThat(underSecond()).isZero();

        assertThat(replica(BOTH).runDue(NOW)).isEqualTo(3);
        assertThat(former.runDue(NOW)).isZero();
        assertThat(behind()).isZero();
        assertThat(underSecond()).isEqualTo(3);
    }

    @Test
    @TestTransaction
    void aPassStopsBeforeAValueWhoseKeyIsLacking() {
        started(ONLY_FIRST, BOTH);
        Reencryption lacking = replica(ONLY_SECOND);

        assertThat(lacking.runDue(NOW)).isZero();
        assertThat(lacking.runDue(NOW)).isZero();
        assertThat(behind()).isEqualTo(3);
        assertRefused(ONLY_SECOND);

        assertThat(replica(BOTH).runDue(NOW)).isEqualTo(3);
        assertThat(behind()).isZero();
    }

    @Test
    @TestTransaction
    void aValueThatDidNotDecryptIsTriedAgainSoon() {
        started(ONLY_FIRST, BOTH);
        byte[] whole = new FieldEncryption(ONLY_FIRST).encrypt(SHOP, "note", "text 2");
        byte[] broken = whole.clone();
        broken[broken.length - 1] ^= 1;
        apart("UPDATE rotated_note SET text_enc = ? WHERE id = 2", (Object) broken);
        Reencryption replica = replica(BOTH);
        assertThat(replica.runDue(NOW)).isEqualTo(3);
        assertThat(replica.runDue(NOW)).isZero();
        assertThat(behind()).isEqualTo(1);

        apart("UPDATE rotated_note SET text_enc = ? WHERE id = 2", (Object) whole);
        assertThat(replica.runDue(NOW.plusSeconds(3_500))).isZero();
        Instant nextHour = NOW.plusSeconds(3_601);
        assertThat(replica.runDue(nextHour)).isEqualTo(1);
        assertThat(replica.runDue(nextHour)).isZero();

        assertThat(behind()).isZero();
        check(ONLY_SECOND).hold();
    }

    @Test
    @TestTransaction
    void aBatchThatBreaksOffIsTriedWithHalfTheRows() {
        started(ONLY_FIRST, BOTH);
        List<Integer> sizes = new ArrayList<>();
        ReencryptionPass slow = new ReencryptionPass(sql) {
            @Override
            Batch next(EncryptedTable table, ValueKey key, int most) {
                sizes.add(most);
                return super.next(table, key, most);
            }

            @Override
            int take(EncryptedTable table, FieldEncryption keys, Batch batch, Instant now) {
                if (sizes.get(sizes.size() - 1) > 100) {
                    throw new IllegalStateException("Over its time");
                }
                return 1;
            }
        };
        Reencryption replica = replica(BOTH, slow);

        for (int tick = 0; tick < 6; tick++) {
            replica.runDue(NOW);
        }

        assertThat(sizes).containsExactly(500, 250, 125, 62, 124, 62);
    }

    @Test
    void batchesKeepToTheirBounds() {
        BatchSize size = new BatchSize(500);
        for (int i = 0; i < 20; i++) {
            size.brokeOff();
        }
        assertThat(size.rows()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            size.succeeded();
        }
        assertThat(size.rows()).isEqualTo(500);
    }

    private void started(Keyset... inTurn) {
        sql.update("DELETE FROM privacy_check");
        for (Keyset keys : inTurn) {
            check(keys).hold();
        }
    }

    private KeptCheck check(Keyset keys) {
        LookupKey lookupKey = new LookupKey(Optional.of(LOOKUP_KEY), keys);
        return new KeptCheck(keys, lookupKey, new KeptKeys(keys, sql), new StoredValues(List.of(), sql), sql);
    }

    private void assertRefused(Keyset keys) {
        assertThatExceptionOfType(RefusedStart.class)
                .isThrownBy(check(keys)::hold)
                .withMessageStartingWith("SIYU_PRIVACY_KEYSET is not the keyset");
    }

    private Reencryption replica(Keyset keys) {
        return replica(keys, new ReencryptionPass(sql));
    }

    private Reencryption replica(Keyset keys, ReencryptionPass pass) {
        return new Reencryption(List.of(NOTES), new FieldEncryption(keys), new KeptKeys(keys, sql), pass, sql);
    }

    private long behind() {
        return count("SELECT rows_behind AS n FROM reencryption WHERE table_name = 'rotated_note'");
    }

    private long underSecond() {
        return count("SELECT COUNT(*) AS n FROM rotated_note WHERE HEX(text_enc) LIKE '0100000002%'");
    }

    private long count(String query) {
        return sql.first(query, row -> row.longAt("n")).orElseThrow();
    }

    /** DDL would commit the test's transaction, and its work makes transactions of its own. */
    private void apart(String statement, Object... params) {
        QuarkusTransaction.suspendingExisting().run(() -> sql.update(statement, params));
    }
}
