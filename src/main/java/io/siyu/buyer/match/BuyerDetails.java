package io.siyu.buyer.match;

import io.siyu.platform.text.CleanText;

/**
 * What an order says about who bought, normalised. Every part may be null: platforms mask and leave out.
 *
 * @param platformId the platform's own name for the buyer, stable and not masked
 * @param phone in E.164, such as +8613800000000
 * @param email in lower case
 */
public record BuyerDetails(String platformId, String phone, String email, String name, String address) {
    public static final BuyerDetails NOTHING = new BuyerDetails(null, null, null, null, null);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 300;

    public BuyerDetails {
        name = shown(name, LONGEST_NAME);
        address = shown(address, LONGEST_ADDRESS);
    }

    /** Whether there is anything to know the buyer by. */
    public boolean isKnown() {
        return platformId != null || phone != null || email != null;
    }

    /** The value that a kind of key is made of, or null. */
    String valueOf(IdentityKind kind) {
        return switch (kind) {
            case PLATFORM -> platformId;
            case PHONE -> phone;
            case EMAIL -> email;
        };
    }

    /** Whether there is anything to reach the buyer by, or to call the buyer by. */
    public boolean hasContact() {
        return phone != null || email != null || name != null || address != null;
    }

    /** These details, with what they lack taken from the earlier ones. */
    BuyerDetails over(BuyerDetails earlier) {
        return new BuyerDetails(
                platformId != null ? platformId : earlier.platformId,
                phone != null ? phone : earlier.phone,
                email != null ? email : earlier.email,
                name != null ? name : earlier.name,
                address != null ? address : earlier.address);
    }

    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "BuyerDetails[not shown]";
    }

    private static String shown(String text, int longest) {
        return text == null || text.isBlank() ? null : CleanText.cut(text, longest);
    }
}
