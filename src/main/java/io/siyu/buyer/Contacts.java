package io.siyu.buyer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what identifies a buyer to one spelling; what is masked identifies nobody and becomes null. */
public final class Contacts {
    private static final String HOME = "CN";
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}()（）.\\-]");
    private static final Pattern HOME_PREFIX = Pattern.compile("^(?:\\+|00)?86(?=1[3-9]\\d{9}$)");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@*]{1,64}@[^\\s@*.]+(?:\\.[^\\s@*.]+)+");
    private static final int LONGEST_EMAIL = 190;

    private Contacts() {}

    /** @return the number in E.164, or null if it is none, is masked, or belongs to a fixed line without country code */
    public static String phone(String text) {
        if (text == null || text.indexOf('*') >= 0) {
            return null;
        }
        String bare = SEPARATORS.matcher(text).replaceAll("");
        String mobile = HOME_PREFIX.matcher(bare).replaceFirst("");
        if (MOBILE.matcher(mobile).matches()) {
            return "+86" + mobile;
        }
        return bare.startsWith("+") ? foreignPhone(bare) : null;
    }

    private static String foreignPhone(String text) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            PhoneNumber number = numbers.parse(text, HOME);
            return numbers.isPossibleNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** @return the address in lower case, or null if it is none or is masked */
    public static String email(String text) {
        if (text == null
                || text.length() > LONGEST_EMAIL
                || !EMAIL.matcher(text).matches()) {
            return null;
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
