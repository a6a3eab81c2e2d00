package io.siyu.buyer.contact;

/** Personal values as everyone may see them: enough to recognise, not enough to use. */
public final class Masked {
    private Masked() {}

    /** {@code 196****9377}, also of a number in E.164; null for null. */
    public static String phone(String e164) {
        if (e164 == null) {
            return null;
        }
        String number = e164.startsWith("+86") ? e164.substring(3) : e164;
        int length = number.length();
        return length < 9 ? "****" : number.substring(0, length - 8) + "****" + number.substring(length - 4);
    }

    /** {@code z***@example.com}; null for null. */
    public static String email(String address) {
        if (address == null) {
            return null;
        }
        int at = address.indexOf('@');
        return address.substring(0, address.offsetByCodePoints(0, Math.min(1, at))) + "***" + address.substring(at);
    }

    /** The family name of a Chinese name, the first letter of another; null for null. */
    public static String name(String name) {
        return name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
