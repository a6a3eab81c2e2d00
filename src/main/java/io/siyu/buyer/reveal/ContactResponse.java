package io.siyu.buyer.reveal;

import io.siyu.buyer.Buyer;

/** A buyer's contact unmasked; what is not known is null. */
public record ContactResponse(String platformId, String name, String phone, String email) {
    static ContactResponse from(Buyer buyer) {
        return new ContactResponse(buyer.platformId(), buyer.name(), buyer.phone(), buyer.email());
    }

    @Override
    public String toString() {
        return "ContactResponse[…]";
    }
}
