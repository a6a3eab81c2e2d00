package io.siyu.buyer.contact;

import io.siyu.platform.privacy.EncryptedTable;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where personal values of buyers lie. */
class EncryptedBuyers {
    @Produces
    @Singleton
    EncryptedTable buyers() {
        return EncryptedTable.ofPersonal("buyer", PersonalField.BY_COLUMN);
    }

    /** What merges wrote over. */
    @Produces
    @Singleton
    EncryptedTable merges() {
        return EncryptedTable.ofPersonal("buyer_merge", PersonalField.BY_COLUMN);
    }
}
