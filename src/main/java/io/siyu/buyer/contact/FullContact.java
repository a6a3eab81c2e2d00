package io.siyu.buyer.contact;

/** All that is known of how to reach a buyer, in clear; what is not known is null. */
public record FullContact(String platformId, String name, String phone, String email, String address) {
    @Override
    public String toString() {
        return "FullContact[…]";
    }
}
