package io.siyu.buyer;

/** The names that a buyer's personal values are encrypted under; they are part of the encryption and never change. */
final class PersonalField {
    static final String NAME = "buyer.name";
    static final String PHONE = "buyer.phone";
    static final String EMAIL = "buyer.email";
    static final String ADDRESS = "buyer.address";

    private PersonalField() {}
}
