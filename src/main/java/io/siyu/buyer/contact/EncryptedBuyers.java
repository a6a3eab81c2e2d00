package io.siyu.buyer.contact;

import io.siyu.platform.privacy.EncryptedTable;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Map;

/** Where personal values of buyers lie. */
class EncryptedBuyers {
    private static final Map<String, String> COLUMNS = Map.of(
            "name_enc", PersonalField.NAME,
            "phone_enc", PersonalField.PHONE,
            "email_enc", PersonalField.EMAIL,
            "address_enc", PersonalField.ADDRESS);

    @Produces
    @Singleton
    EncryptedTable buyers() {
        return EncryptedTable.ofPersonal("buyer", COLUMNS);
    }

    /** What merges wrote over. */
    @Produces
    @Singleton
    EncryptedTable merges() {
        return EncryptedTable.ofPersonal("buyer_merge", COLUMNS);
    }
}
