package io.siyu.buyer.contact;

import java.util.Map;

/** The names that a buyer's personal values are encrypted under; they are part of the encryption and never change. */
public final class PersonalField {
    public static final String NAME = "buyer.name";
    public static final String PHONE = "buyer.phone";
    public static final String EMAIL = "buyer.email";
    public static final String ADDRESS = "buyer.address";

    /** Under which of them the values of each column are. */
    public static final Map<String, String> BY_COLUMN =
            Map.of("name_enc", NAME, "phone_enc", PHONE, "email_enc", EMAIL, "address_enc", ADDRESS);

    private PersonalField() {}
}
