package io.siyu.platform.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways in which people write what names a person, as regular expressions on text that {@link FoldedText} has folded:
 * full-width signs narrow, letters small, accents apart.
 */
final class Spellings {
    /** Between the letters of a name; invisible signs included. */
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}]{0,2}";
    /** Between the digits of a number. */
    private static final String SEPARATOR = "[\\s\\p{Z}\\p{Cf}().,\\-\\u2010-\\u2015'`/·]{0,3}";

    private static final String NO_WORD_BEFORE = "(?<![a-z0-9_])";
    private static final String NO_WORD_AFTER = "(?![a-z0-9_])";
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern PARTS = Pattern.compile("[\\s,，;；]+");
    private static final int FEWEST_DIGITS = 7;
    private static final int SHORTEST_PLACE = 6;

    /** Any number that may be a phone's. */
    static final Pattern PHONE_LIKE = Pattern.compile("(?<![0-9])\\+?[0-9](?:" + SEPARATOR + "[0-9]){6,16}(?![0-9])");

    static final Pattern EMAIL_LIKE = Pattern.compile("[a-z0-9._%+\\-]{1,64}@[a-z0-9\\-]+(?:\\.[a-z0-9\\-]+)+");

    private Spellings() {}

    /** With and without the country's code, whatever stands between the digits. */
    static Optional<String> ofPhone(String phone) {
        if (phone.indexOf('*') >= 0) {
            return Optional.empty();
        }
        String digits = NOT_DIGIT.matcher(FoldedText.of(phone).text()).replaceAll("");
        if (digits.length() < FEWEST_DIGITS) {
            return Optional.empty();
        }
        String national = nationalOf(phone).orElse(digits);
        String country = digits.endsWith(national) ? digits.substring(0, digits.length() - national.length()) : "";
        String prefix = country.isEmpty() ? "" : "(?:(?:\\+|00)?" + spread(country) + SEPARATOR + ")?";
        return Optional.of("(?<![0-9])" + prefix + "0?" + spread(national) + "(?![0-9])");
    }

    static Optional<String> ofWord(String word) {
        String folded = FoldedText.of(word).text().strip();
        return folded.isEmpty() ? Optional.empty() : Optional.of(bounded(folded, Pattern.quote(folded)));
    }

    /** Also with the words of a Latin name the other way round. */
    static Optional<String> ofName(String name) {
        String folded = FoldedText.of(name).text().strip();
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = List.of(folded.split("\\s+"));
        List<String> orders = new ArrayList<>(List.of(lettersOf(folded)));
        if (words.size() == 2) {
            orders.add(lettersOf(words.get(1) + words.get(0)));
        }
        return Optional.of(bounded(folded, "(?:" + String.join("|", orders) + ")"));
    }

    /** The whole, and each part that is a house and not only a town. */
    static List<String> ofAddress(String address) {
        String folded = FoldedText.of(address).text().strip();
        List<String> places = new ArrayList<>();
        if (folded.length() >= SHORTEST_PLACE) {
            places.add(lettersOf(folded));
        }
        for (String part : PARTS.split(folded)) {
            boolean isHouse = part.length() >= SHORTEST_PLACE
                    && part.chars().anyMatch(Character::isDigit)
                    && part.chars().anyMatch(Character::isLetter);
            if (isHouse && !part.equals(folded)) {
                places.add(bounded(part, lettersOf(part)));
            }
        }
        return places;
    }

    private static String lettersOf(String folded) {
        return folded.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(GAP));
    }

    private static String spread(String digits) {
        return String.join(SEPARATOR, digits.split(""));
    }

    /** Latin letters and digits are a word only if no others stand beside; Chinese is written without spaces. */
    private static String bounded(String folded, String expression) {
        String before = isOfWords(folded.charAt(0)) ? NO_WORD_BEFORE : "";
        String after = isOfWords(folded.charAt(folded.length() - 1)) ? NO_WORD_AFTER : "";
        return before + expression + after;
    }

    private static boolean isOfWords(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static Optional<String> nationalOf(String phone) {
        if (!phone.startsWith("+")) {
            return Optional.empty();
        }
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return Optional.of(numbers.getNationalSignificantNumber(numbers.parse(phone, null)))
                    .filter(national -> national.length() >= FEWEST_DIGITS);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
