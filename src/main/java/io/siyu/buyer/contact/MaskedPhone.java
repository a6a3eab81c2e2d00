package io.siyu.buyer.contact;

import io.siyu.platform.privacy.FieldEncryption;

import jakarta.enterprise.context.ApplicationScoped;

/** Buyers' phones for other features' lists: stored unreadable, shown masked. */
@ApplicationScoped
public class MaskedPhone {
    private final FieldEncryption encryption;

    MaskedPhone(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** @param encrypted a buyer's phone_enc; null gives null */
    public String of(long shopId, byte[] encrypted) {
        return Masked.phone(encryption.decrypt(shopId, PersonalField.PHONE, encrypted));
    }
}
