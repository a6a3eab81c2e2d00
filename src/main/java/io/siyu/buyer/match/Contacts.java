package io.siyu.buyer.match;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.siyu.platform.text.Ascii;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what identifies a buyer to one spelling. What is masked, shared by many or made up for one order identifies
 * nobody and becomes null.
 */
public final class Contacts {
    private static final String HOME = "CN";
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}().\\-\\u2010-\\u2015'`\\u2018\\u2019]");
    private static final Pattern HOME_PREFIX = Pattern.compile("^(?:(?:\\+|00)?86|\\+860|0)(?=1[3-9]\\d{9}$)");
    /** What programs write that take it for a number: {@code 13800138000.0}, {@code 1.3800138E+10}, {@code 13,800,138,000}. */
    private static final Pattern DECIMAL = Pattern.compile("(\\+?\\d{7,15})\\.0+");

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.(\\d+)[eE]\\+?(\\d{1,2})");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3}){3,4}(?:\\.0+)?");
    /** Spreadsheets show six digits at most and formatted numbers seven: with more of them, none was left out. */
    private static final int DECIMALS_OF_WHOLE = 7;

    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)[1-9]\\d{6,14}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@*<>,;]{1,64}@[^\\s@*.<>,;]+(?:\\.[^\\s@*.<>,;]+)+");
    private static final int LONGEST_EMAIL = 190;
    private static final int MOBILE_DIGITS = 11;

    /** Written where a form insists on an address; shops' and platforms' own senders. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "none",
            "null",
            "na",
            "n/a",
            "nil",
            "unknown",
            "nobody",
            "noname",
            "anonymous",
            "invalid",
            "noemail",
            "no-email",
            "nomail",
            "no-mail",
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "do-not-reply");

    private static final Pattern NOWHERE =
            Pattern.compile("(?:.*\\.)?(?:invalid|localhost|local|test)|no-?e?mail\\..*|none\\..*|null\\..*");

    /** A fixed line is a house's or a company's, and a hotline anybody's. */
    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.VOIP,
            PhoneNumberType.UNKNOWN);

    private Contacts() {}

    /**
     * A platform's virtual number, such as 13800000000-1234 or 13800000000转1234, reaches somebody for some days only and
     * somebody else after that: like every number with an extension it is none.
     *
     * @return the number in E.164, or null if it is none, is masked, or belongs to a fixed line
     */
    public static String phone(String text) {
        if (text == null || text.length() < 7 || text.indexOf('*') >= 0) {
            return null;
        }
        if (isPlainMobile(text)) {
            return "+86" + text;
        }
        String number = numberAsText(text);
        String phone = number == null ? null : spelled(number);
        return phone != null ? phone : spelled(text);
    }

    private static String spelled(String text) {
        String bare = SEPARATORS.matcher(narrow(text)).replaceAll("");
        String mobile = HOME_PREFIX.matcher(bare).replaceFirst("");
        if (MOBILE.matcher(mobile).matches()) {
            return "+86" + mobile;
        }
        return ABROAD.matcher(bare).matches() ? foreignPhone(bare) : null;
    }

    /** The digits of what a program took for a number; null if it is not written as one, or digits are lost. */
    private static String numberAsText(String text) {
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return decimal.group(1);
        }
        Matcher scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            int decimals = scientific.group(1).length();
            boolean isWhole = decimals >= DECIMALS_OF_WHOLE && Integer.parseInt(scientific.group(2)) >= decimals;
            return isWhole ? new BigDecimal(text).toBigInteger().toString() : null;
        }
        return GROUPED.matcher(text).matches() ? text.replace(",", "").replaceFirst("\\..*", "") : null;
    }

    /** As nearly all exports write it. */
    private static boolean isPlainMobile(String text) {
        if (text.length() != MOBILE_DIGITS || text.charAt(0) != '1' || text.charAt(1) < '3') {
            return false;
        }
        for (int i = 1; i < MOBILE_DIGITS; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String foreignPhone(String text) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            PhoneNumber number = numbers.parse(text.startsWith("00") ? "+" + text.substring(2) : text, HOME);
            return numbers.isPossibleNumber(number) && PERSONAL.contains(numbers.getNumberType(number))
                    ? numbers.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** @return the address in lower case, or null if it is none, is masked, or stands for none */
    public static String email(String text) {
        if (text == null || text.length() > LONGEST_EMAIL) {
            return null;
        }
        String address = narrow(text).strip().toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        if (at < 0 || !EMAIL.matcher(address).matches()) {
            return null;
        }
        boolean isNobodys = PLACEHOLDERS.contains(address.substring(0, at))
                || NOWHERE.matcher(address.substring(at + 1)).matches();
        return isNobodys ? null : address;
    }

    /** Full-width digits and signs as the narrow ones they mean. */
    private static String narrow(String text) {
        return Ascii.isAll(text) || Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
