package io.siyu.platform.privacy;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jakarta.inject.Inject;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.hasSize;

/** A key is added, made primary, and the old one leaves: nothing is lost, and everybody is still found. */
@QuarkusTest
class KeyRotationTest {
    private static final String KEY = "{\"keyData\":{\"typeUrl\":\"type.googleapis.com/google.crypto.tink.AesGcmKey\","
            + "\"value\":\"%s\",\"keyMaterialType\":\"SYMMETRIC\"},\"status\":\"ENABLED\",\"keyId\":%d,"
            + "\"outputPrefixType\":\"TINK\"}";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Inject
    Sql sql;

    @Inject
    FieldEncryption current;

    @Inject
    Reencryption reencryption;

    @All
    @Inject
    List<EncryptedTable> tables;

    @Test
    void readsOnAfterARotationAndWithoutTheOldKey() {
        FieldEncryption first = new FieldEncryption(keyset(1, 1));
        byte[] old = first.encrypt(7, "name", "李磊");
        FieldEncryption both = new FieldEncryption(keyset(2, 1, 2));

        assertThat(both.decrypt(7, "name", old)).isEqualTo("李磊");
        assertThat(both.isUnderPrimary(old)).isFalse();
        assertThat(both.lookupHash(7, "PHONE", "1")).isEqualTo(first.lookupHash(7, "PHONE", "1"));
        byte[] renewed = both.encrypt(7, "name", "李磊");
        assertThat(both.isUnderPrimary(renewed)).isTrue();
        String kept = Base64.getEncoder().encodeToString(keyset(1, 1).derivedLookupKey());
        Keyset second = keyset(2, 2);
        FieldEncryption without = new FieldEncryption(second, new LookupKey(Optional.of(kept), second));
        assertThat(without.decrypt(7, "name", renewed)).isEqualTo("李磊");
        assertThat(without.lookupHash(7, "PHONE", "1")).isEqualTo(first.lookupHash(7, "PHONE", "1"));
        assertThatIllegalStateException().isThrownBy(() -> without.decrypt(7, "name", old));
    }

    @Test
    void derivesTheLookUpKeyAsTheReadmeDoes() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret(1), "HmacSHA256"));

        assertThat(keyset(1, 1).derivedLookupKey())
                .isEqualTo(mac.doFinal("\0\0\0\023siyu lookup hash v1".getBytes(UTF_8)));
    }

    @Test
    void refusesALookUpKeyThatIsNone() {
        for (String wrong : List.of("", "secret!", Base64.getEncoder().encodeToString(new byte[16]))) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new LookupKey(Optional.of(wrong), keyset(1, 1)))
                    .withMessageStartingWith("SIYU_PRIVACY_LOOKUP_KEY")
                    .withMessageNotContaining("secret!")
                    .satisfies(refused -> assertThat(refused.getCause()).hasMessage(refused.getMessage()));
        }
    }

    @Test
    void encryptsStoredValuesAnewFromACheckpointOn() {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        PostedOrder.post(shop, PostedOrder.of("A1", "a", "13912345678", "li@qq.com"));
        String buyer = PostedOrder.buyerOf(shop, "A1");
        byte[] phone = phoneOf(shopId, buyer);
        // As another replica, with a keyset to which a key was added, would have written it.
        FieldEncryption former = new FieldEncryption(keyset(1, 1));
        EncryptedTable table = EncryptedTable.ofPersonal("buyer", Map.of("phone_enc", "buyer.phone"));
        sql.update("CREATE TABLE rotated_buyer AS SELECT shop_id, id, phone_enc FROM buyer WHERE shop_id = ?", shopId);
        EncryptedTable copy = copyOf(table);
        sql.update("UPDATE rotated_buyer SET phone_enc = ?", former.encrypt(shopId, "buyer.phone", "+8613912345678"));

        FieldEncryption both = new FieldEncryption(keyset(2, 1, 2));
        assertThat(reencrypt(copy, both)).isEqualTo(1);
        byte[] renewed = sql.first("SELECT phone_enc FROM rotated_buyer", row -> row.bytesAt("phone_enc"))
                .orElseThrow();
        FieldEncryption without = new FieldEncryption(keyset(2, 2));
        assertThat(without.decrypt(shopId, "buyer.phone", renewed)).isEqualTo("+8613912345678");
        assertThat(behind(copy)).isZero();
        assertThat(reencrypt(copy, both)).isZero();
        drop(copy);

        reencryption.runSome(table, current, NOW);
        assertThat(phoneOf(shopId, buyer)).isEqualTo(phone);
        As.marketer()
                .queryParam("q", "13912345678")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void encryptsSecretsOfWebhooksAnewAlsoThoseBefore() {
        DocumentEncryption former = new DocumentEncryption(keyset(1, 1));
        EncryptedTable copy = copyOf(table("hook_secret"));
        sql.update("CREATE TABLE rotated_hook_secret AS"
                + " SELECT shop_id, source, secret_enc, previous_enc FROM hook_secret LIMIT 0");
        for (long shop : new long[] {7, 8}) {
            for (String source : List.of("shopify", "woocommerce")) {
                sql.update(
                        "INSERT INTO rotated_hook_secret VALUES (?, ?, ?, ?)",
                        shop,
                        source,
                        former.seal(shop, "HOOK_SECRET:" + source, shop, text("new " + source)),
                        shop == 7 ? null : former.seal(shop, "HOOK_SECRET:" + source, shop, text("old " + source)));
            }
        }

        assertThat(reencrypt(copy, new FieldEncryption(keyset(2, 1, 2)))).isEqualTo(4);

        DocumentEncryption without = new DocumentEncryption(keyset(2, 2));
        assertThat(sql.list(
                        "SELECT shop_id, source, secret_enc, COALESCE(previous_enc, secret_enc) AS previous_enc"
                                + " FROM rotated_hook_secret ORDER BY shop_id, source",
                        row -> {
                            long shop = row.longAt("shop_id");
                            String kind = "HOOK_SECRET:" + row.textAt("source");
                            return new String(without.open(shop, kind, shop, row.bytesAt("secret_enc")), UTF_8) + ", "
                                    + new String(without.open(shop, kind, shop, row.bytesAt("previous_enc")), UTF_8);
                        }))
                .containsExactly(
                        "new shopify, new shopify",
                        "new woocommerce, new woocommerce",
                        "new shopify, old shopify",
                        "new woocommerce, old woocommerce");
        assertThat(behind(copy)).isZero();
        drop(copy);
    }

    @Test
    void encryptsKeptBodiesOfWebhooksAnewAndGoesOnBehindOneThatDoesNotOpen() {
        DocumentEncryption former = new DocumentEncryption(keyset(1, 1));
        EncryptedTable copy = copyOf(table("hook_delivery"));
        sql.update("CREATE TABLE rotated_hook_delivery AS SELECT shop_id, id, body_enc FROM hook_delivery LIMIT 0");
        for (long id = 1; id <= 50; id++) {
            byte[] body = id % 5 == 0 ? null : former.seal(7, "HOOK_BODY", id, text("body " + id));
            sql.update("INSERT INTO rotated_hook_delivery VALUES (7, ?, ?)", id, id == 3 ? text("damaged") : body);
        }

        assertThat(reencrypt(copy, new FieldEncryption(keyset(2, 1, 2)))).isEqualTo(40);

        DocumentEncryption without = new DocumentEncryption(keyset(2, 2));
        assertThat(sql.list(
                        "SELECT id, body_enc FROM rotated_hook_delivery WHERE body_enc IS NOT NULL AND id <> 3",
                        row -> new String(
                                        without.open(7, "HOOK_BODY", row.longAt("id"), row.bytesAt("body_enc")), UTF_8)
                                .equals("body " + row.longAt("id"))))
                .hasSize(39)
                .containsOnly(true);
        assertThat(behind(copy)).isEqualTo(1);
        drop(copy);
    }

    @Test
    void knowsEveryColumnThatHoldsSomethingEncrypted() {
        assertThat(sql.list(
                        "SELECT DISTINCT LOWER(CONCAT(table_name, '.', column_name)) AS c FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND column_name LIKE '%\\_enc'"
                                + " AND table_name NOT LIKE 'rotated%'"
                                // It has a row under each key, and none of them follows another.
                                + " AND table_name <> 'privacy_check'",
                        row -> row.textAt("c")))
                .containsExactlyInAnyOrderElementsOf(tables.stream()
                        .flatMap(table -> table.bindings().keySet().stream().map(column -> table.name() + "." + column))
                        .toList());
    }

    private EncryptedTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EncryptedTable copyOf(EncryptedTable table) {
        return new EncryptedTable("rotated_" + table.name(), table.id(), table.bindings(), table.rowsABatch());
    }

    private void drop(EncryptedTable copy) {
        sql.update("DROP TABLE " + copy.name());
        sql.update("DELETE FROM reencryption WHERE table_name = ?", copy.name());
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private int reencrypt(EncryptedTable table, FieldEncryption keys) {
        int all = 0;
        int some;
        do {
            some = reencryption.runSome(table, keys, NOW);
            all += some;
        } while (some > 0);
        return all;
    }

    private long behind(EncryptedTable table) {
        return sql.first(
                        "SELECT rows_behind FROM reencryption WHERE table_name = ?",
                        row -> row.longAt("rows_behind"),
                        table.name())
                .orElseThrow();
    }

    private byte[] phoneOf(long shopId, String buyer) {
        return sql.first(
                        "SELECT phone_enc FROM buyer WHERE shop_id = ? AND id = ?",
                        row -> row.bytesAt("phone_enc"),
                        shopId,
                        Long.parseLong(buyer))
                .orElseThrow();
    }

    private static byte[] secret(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return secret;
    }

    private static Keyset keyset(int primary, int... keys) {
        StringBuilder all = new StringBuilder();
        for (int key : keys) {
            byte[] value = new byte[34];
            value[0] = 032;
            value[1] = 040;
            System.arraycopy(secret(key), 0, value, 2, 32);
            all.append(all.isEmpty() ? "" : ",")
                    .append(KEY.formatted(Base64.getEncoder().encodeToString(value), key));
        }
        return Keyset.parse("{\"primaryKeyId\":" + primary + ",\"key\":[" + all + "]}");
    }
}
