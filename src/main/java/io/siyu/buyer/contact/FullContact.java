package io.siyu.buyer.contact;

import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.ResultRow;

import java.sql.SQLException;

/** All that is known of how to reach a buyer, in clear; what is not known is null. */
public record FullContact(String platformId, String name, String phone, String email, String address) {
    /** @param row has the platform id and the encrypted values of one of the shop's buyers */
    public static FullContact read(long shopId, ResultRow row, FieldEncryption encryption) throws SQLException {
        return new FullContact(
                row.textAt("platform_id"),
                encryption.decrypt(shopId, PersonalField.NAME, row.bytesAt("name_enc")),
                encryption.decrypt(shopId, PersonalField.PHONE, row.bytesAt("phone_enc")),
                encryption.decrypt(shopId, PersonalField.EMAIL, row.bytesAt("email_enc")),
                encryption.decrypt(shopId, PersonalField.ADDRESS, row.bytesAt("address_enc")));
    }

    @Override
    public String toString() {
        return "FullContact[…]";
    }
}
