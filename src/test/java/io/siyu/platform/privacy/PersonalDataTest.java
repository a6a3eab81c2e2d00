package io.siyu.platform.privacy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PersonalDataTest {
    private final Keyset keyset = Keyset.generate();
    private final PersonalData data = new PersonalData(keyset);

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
        PersonalData again = new PersonalData(Keyset.parse(keyset.toJson()));

        assertThat(again.decrypt(1, "name", data.encrypt(1, "name", "李磊"))).isEqualTo("李磊");
        assertThat(again.lookupHash(1, "name", "x")).isEqualTo(data.lookupHash(1, "name", "x"));
    }

    @Test
    void refusesTextThatIsNoKeyset() {
        assertThatIllegalArgumentException().isThrownBy(() -> Keyset.parse("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Keyset.parse("secret"));
    }
}
