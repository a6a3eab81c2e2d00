package io.siyu.webhook.payload;

import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.Contacts;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts together who bought from several places, of which the first that says something counts. */
final class HookedBuyer {
    private static final Pattern PLATFORM_ID = Pattern.compile("[\\w-]{1,40}");

    private String platformId;
    private String phone;
    private String email;
    private String name;
    private String address;

    /** @param id the platform's own; 0 is a guest */
    HookedBuyer knownAs(String id) {
        platformId = PLATFORM_ID.matcher(id).matches() && !id.equals("0") ? id : null;
        return this;
    }

    HookedBuyer phone(String text) {
        phone = phone == null ? Contacts.phone(text) : phone;
        return this;
    }

    HookedBuyer email(String text) {
        email = email == null ? Contacts.email(text) : email;
        return this;
    }

    HookedBuyer name(String text) {
        name = name == null && !text.isBlank() ? text.strip() : name;
        return this;
    }

    HookedBuyer address(String... parts) {
        if (address == null) {
            address = Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        }
        return this;
    }

    BuyerDetails details() {
        return new BuyerDetails(platformId, phone, email, name, address);
    }
}
