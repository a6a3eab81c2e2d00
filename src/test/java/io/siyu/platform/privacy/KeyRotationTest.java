package io.siyu.platform.privacy;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    PersonalData current;

    @Inject
    Reencryption reencryption;

    @Test
    void readsOnAfterARotationAndWithoutTheOldKey() {
        PersonalData first = new PersonalData(keyset(1, 1));
        byte[] old = first.encrypt(7, "name", "李磊");
        PersonalData both = new PersonalData(keyset(2, 1, 2));

        assertThat(both.decrypt(7, "name", old)).isEqualTo("李磊");
        assertThat(both.isUnderPrimary(old)).isFalse();
        assertThat(both.lookupHash(7, "PHONE", "1")).isEqualTo(first.lookupHash(7, "PHONE", "1"));
        byte[] renewed = both.encrypt(7, "name", "李磊");
        assertThat(both.isUnderPrimary(renewed)).isTrue();
        String kept = Base64.getEncoder().encodeToString(keyset(1, 1).derivedLookupKey());
        Keyset second = keyset(2, 2);
        PersonalData without = new PersonalData(second, new LookupKey(Optional.of(kept), second));
        assertThat(without.decrypt(7, "name", renewed)).isEqualTo("李磊");
        assertThat(without.lookupHash(7, "PHONE", "1")).isEqualTo(first.lookupHash(7, "PHONE", "1"));
        assertThatIllegalStateException().isThrownBy(() -> without.decrypt(7, "name", old));
    }

    @Test
    void derivesTheLookUpKeyAsTheReadmeDoes() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret(1), "HmacSHA256"));

        assertThat(keyset(1, 1).derivedLookupKey())
                .isEqualTo(mac.doFinal("\0\0\0\023siyu lookup hash v1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesALookUpKeyThatIsNone() {
        for (String wrong : List.of("", "secret!", Base64.getEncoder().encodeToString(new byte[16]))) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new LookupKey(Optional.of(wrong), keyset(1, 1)))
                    .withMessageNotContaining("secret!");
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
        PersonalData former = new PersonalData(keyset(1, 1));
        EncryptedTable table = new EncryptedTable("buyer", Map.of("phone_enc", "buyer.phone"));
        sql.update("CREATE TABLE rotated_buyer AS SELECT shop_id, id, phone_enc FROM buyer WHERE shop_id = ?", shopId);
        EncryptedTable copy = new EncryptedTable("rotated_buyer", table.fieldOfColumn());
        sql.update("UPDATE rotated_buyer SET phone_enc = ?", former.encrypt(shopId, "buyer.phone", "+8613912345678"));

        PersonalData both = new PersonalData(keyset(2, 1, 2));
        assertThat(pass(copy, both)).isEqualTo(1);
        byte[] renewed = sql.first("SELECT phone_enc FROM rotated_buyer", row -> row.bytesAt("phone_enc"))
                .orElseThrow();
        PersonalData without = new PersonalData(keyset(2, 2));
        assertThat(without.decrypt(shopId, "buyer.phone", renewed)).isEqualTo("+8613912345678");
        assertThat(behind()).isZero();
        assertThat(pass(copy, both)).isZero();
        sql.update("DROP TABLE rotated_buyer");
        sql.update("DELETE FROM reencryption WHERE table_name = 'rotated_buyer'");

        Contention.inTransaction(() -> reencryption.runSome(table, current, NOW));
        assertThat(phoneOf(shopId, buyer)).isEqualTo(phone);
        As.marketer()
                .queryParam("q", "13912345678")
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .body("items", hasSize(1));
    }

    private int pass(EncryptedTable table, PersonalData keys) {
        int all = 0;
        int some;
        do {
            some = Contention.inTransaction(() -> reencryption.runSome(table, keys, NOW));
            all += some;
        } while (some > 0);
        return all;
    }

    private long behind() {
        return sql.first(
                        "SELECT rows_behind FROM reencryption WHERE table_name = 'rotated_buyer'",
                        row -> row.longAt("rows_behind"))
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
