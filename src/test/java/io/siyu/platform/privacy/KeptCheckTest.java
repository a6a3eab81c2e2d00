package io.siyu.platform.privacy;

import io.quarkus.arc.All;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.start.RefusedStart;
import io.siyu.support.Database;
import io.siyu.support.PrivacyKeys;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys that are not the database's own are refused at a start; those that follow them are not. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class KeptCheckTest {
    private static final String FIRST = PrivacyKeys.newKey(1);
    private static final String SECOND = PrivacyKeys.newKey(2);
    private static final String LOOKUP_KEY = PrivacyKeys.newLookupKey();

    @Inject
    Sql sql;

    @Inject
    Keyset current;

    @Inject
    LookupKey currentLookupKey;

    @All
    @Inject
    List<EncryptedTable> tables;

    @Test
    void theStartOfTheServiceHasKeptOneRowAKindOfKey() {
        assertThat(kinds()).contains("KEY:" + current.primary().id(), "KEYSET", "LOOKUP_KEY");
        assertHeld(check(current, currentLookupKey, tables));
    }

    @Test
    @TestTransaction
    void theFirstStartKeepsWhatTheNextOnesAreHeldAgainst() {
        forget();
        check(PrivacyKeys.keyset(1, FIRST)).hold();

        assertThat(kinds()).containsExactly("KEY:1", "KEYSET", "LOOKUP_KEY");
        assertHeld(check(PrivacyKeys.keyset(1, FIRST)));
        // Made in the same way, with the same number.
        assertRefused(check(PrivacyKeys.keyset(1, PrivacyKeys.newKey(1))), "SIYU_PRIVACY_KEYSET is not the keyset");
        assertRefused(check(PrivacyKeys.keyset(2, SECOND)), "SIYU_PRIVACY_KEYSET is not the keyset");
        assertRefused(
                check(Keyset.parse(PrivacyKeys.keyset(1, FIRST)), PrivacyKeys.newLookupKey()),
                "SIYU_PRIVACY_LOOKUP_KEY");
    }

    /** A value may be under either of them, until there is none under the former one. */
    @Test
    @TestTransaction
    void fromTheFirstStartWithANewKeyOnBothAreNeeded() {
        forget();
        check(PrivacyKeys.keyset(1, FIRST)).hold();
        assertHeld(check(PrivacyKeys.keyset(1, FIRST, SECOND)));
        assertHeld(check(PrivacyKeys.keyset(1, FIRST)));

        assertHeld(check(PrivacyKeys.keyset(2, FIRST, SECOND)));

        assertThat(kinds()).containsExactly("KEY:1", "KEY:2", "KEYSET", "LOOKUP_KEY");
        assertRefused(check(PrivacyKeys.keyset(2, SECOND)), "SIYU_PRIVACY_KEYSET is not the keyset");
        assertRefused(check(PrivacyKeys.keyset(1, FIRST)), "SIYU_PRIVACY_KEYSET is not the keyset");
        assertHeld(check(PrivacyKeys.keyset(1, FIRST, SECOND)));
    }

    /** Of a database whose keys nobody has noted yet. */
    @Test
    @TestTransaction
    void withSeveralKeysAtTheFirstStartAllOfThemAreNeeded() {
        forget();
        check(PrivacyKeys.keyset(2, FIRST, SECOND)).hold();

        assertRefused(check(PrivacyKeys.keyset(2, SECOND)), "SIYU_PRIVACY_KEYSET is not the keyset");
    }

    @Test
    @TestTransaction
    void theKeyThatIsDerivedStaysTheLookUpKeyOnceItIsNamed() {
        forget();
        Keyset first = Keyset.parse(PrivacyKeys.keyset(1, FIRST));
        check(first, new LookupKey(Optional.empty(), first), List.of()).hold();
        Keyset both = Keyset.parse(PrivacyKeys.keyset(2, SECOND, FIRST));

        assertRefused(check(both, new LookupKey(Optional.empty(), both), List.of()), "SIYU_PRIVACY_LOOKUP_KEY");
        assertHeld(check(both, Base64.getEncoder().encodeToString(first.derivedLookupKey())));
    }

    @Test
    @TestTransaction
    void anotherLookUpKeyIsTakenOnceItsRowIsGone() {
        forget();
        check(PrivacyKeys.keyset(1, FIRST)).hold();
        String other = PrivacyKeys.newLookupKey();
        sql.update("DELETE FROM privacy_check WHERE kind = 'LOOKUP_KEY'");

        assertHeld(check(Keyset.parse(PrivacyKeys.keyset(1, FIRST)), other));
        assertRefused(check(PrivacyKeys.keyset(1, FIRST)), "SIYU_PRIVACY_LOOKUP_KEY");
    }

    /** As after an upgrade, or where somebody has helped himself. */
    @Test
    @TestTransaction
    void withoutARowStoredValuesTellTheKeyset() {
        forget();
        FieldEncryption own = new FieldEncryption(Keyset.parse(PrivacyKeys.keyset(1, FIRST)));
        List<EncryptedTable> values = List.of(new EncryptedTable(
                "(SELECT 7 AS shop_id, 1 AS id, CAST('damaged' AS BINARY) AS value_enc UNION ALL SELECT 7, 2, x'"
                        + HexFormat.of().formatHex(own.encrypt(7, "name", "李磊")) + "') AS kept",
                "id",
                Map.of("value_enc", (shopId, id) -> FieldEncryption.context(shopId, "name")),
                1));

        KeptCheck foreign = check(Keyset.parse(PrivacyKeys.keyset(2, SECOND)), lookupKey(LOOKUP_KEY), values);
        assertRefused(foreign, "SIYU_PRIVACY_KEYSET is not the keyset");
        assertThat(kinds()).isEmpty();
        assertHeld(check(Keyset.parse(PrivacyKeys.keyset(1, FIRST)), lookupKey(LOOKUP_KEY), values));
        assertThat(kinds()).containsExactly("KEY:1", "KEYSET", "LOOKUP_KEY");
    }

    private void forget() {
        sql.update("DELETE FROM privacy_check");
    }

    private List<String> kinds() {
        return sql.list("SELECT kind FROM privacy_check ORDER BY kind", row -> row.textAt("kind"));
    }

    private KeptCheck check(String keyset) {
        return check(Keyset.parse(keyset), LOOKUP_KEY);
    }

    private KeptCheck check(Keyset keyset, String lookupKey) {
        return check(keyset, lookupKey(lookupKey), List.of());
    }

    private KeptCheck check(Keyset keyset, LookupKey lookupKey, List<EncryptedTable> values) {
        return new KeptCheck(keyset, lookupKey, new KeptKeys(keyset, sql), new StoredValues(values, sql), sql);
    }

    private LookupKey lookupKey(String key) {
        return new LookupKey(Optional.of(key), current);
    }

    private static void assertHeld(KeptCheck check) {
        assertThatCode(check::hold).doesNotThrowAnyException();
    }

    private static void assertRefused(KeptCheck check, String why) {
        assertThatExceptionOfType(RefusedStart.class)
                .isThrownBy(check::hold)
                .withMessageStartingWith(why)
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }
}
