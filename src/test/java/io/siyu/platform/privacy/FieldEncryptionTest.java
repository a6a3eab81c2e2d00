package io.siyu.platform.privacy;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FieldEncryptionTest {
    private final Keyset keyset = Keyset.generate();
    private final FieldEncryption data = new FieldEncryption(keyset);

    @Test
    void givesBackWhatItEncrypted() {
        byte[] encrypted = data.encrypt(1, "name", "李磊");

        assertThat(data.decrypt(1, "name", encrypted)).isEqualTo("李磊");
        assertThat(data.encrypt(1, "name", "李磊")).isNotEqualTo(encrypted);
    }

    @Test
    void readsNothingThatWasWrittenForAnotherShopOrField() {
        byte[] encrypted = data.encrypt(1, "name", "李磊");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> data.decrypt(2, "name", encrypted));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> data.decrypt(1, "phone", encrypted));
    }

    @Test
    void findsAValueAgainInItsShopAndFieldOnly() {
        byte[] hash = data.lookupHash(1, "phone", "+8613800138000");

        assertThat(data.lookupHash(1, "phone", "+8613800138000"))
                .isEqualTo(hash)
                .hasSize(32);
        assertThat(data.lookupHash(2, "phone", "+8613800138000")).isNotEqualTo(hash);
        assertThat(data.lookupHash(1, "email", "+8613800138000")).isNotEqualTo(hash);
    }

    @Test
    void worksOnWithTheKeysetFromItsText() {
        FieldEncryption again = new FieldEncryption(Keyset.parse(keyset.toJson()));

        assertThat(again.decrypt(1, "name", data.encrypt(1, "name", "李磊"))).isEqualTo("李磊");
        assertThat(again.lookupHash(1, "name", "x")).isEqualTo(data.lookupHash(1, "name", "x"));
    }

    @Test
    void takesAKeysetAsTheReadmeMakesOne() {
        byte[] key = new byte[34];
        key[0] = 032;
        key[1] = 040;
        FieldEncryption own = new FieldEncryption(
                Keyset.parse("""
                {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}
                """.formatted(Base64.getEncoder().encodeToString(key))));

        assertThat(own.decrypt(1, "name", own.encrypt(1, "name", "x"))).isEqualTo("x");
    }

    @Test
    void refusesTextThatIsNoKeyset() {
        for (String wrong : List.of("{}", "secret", "", "[]", "null", "7", "{\"key\":7}", "{\"key\":[{}]}", "{\"k")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Keyset.parse(wrong));
        }
    }
}
