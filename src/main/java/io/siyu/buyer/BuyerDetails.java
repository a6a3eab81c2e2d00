package io.siyu.buyer;

/**
 * What an order says about who bought, normalised. Every part may be null: platforms mask and leave out.
 *
 * @param platformId the platform's own name for the buyer, stable and not masked
 * @param phone in E.164, such as +8613800000000
 * @param email in lower case
 */
public record BuyerDetails(String platformId, String phone, String email, String name, String address) {
    public static final BuyerDetails NOBODY = new BuyerDetails(null, null, null, null, null);

    /** Whether there is anything to know the buyer by. */
    public boolean isKnown() {
        return platformId != null || phone != null || email != null;
    }

    @Override
    public String toString() {
        return "BuyerDetails[not shown]";
    }
}
