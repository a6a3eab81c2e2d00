package io.siyu.buyer.contact;

/** The names that a buyer's personal values are encrypted under; they are part of the encryption and never change. */
public final class PersonalField {
    public static final String NAME = "buyer.name";
    public static final String PHONE = "buyer.phone";
    public static final String EMAIL = "buyer.email";
    public static final String ADDRESS = "buyer.address";

    private PersonalField() {}
}
