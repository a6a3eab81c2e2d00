package io.siyu.order.file.cell;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown of a cell that should hold a number, an amount or a date and does not: a name, an address or an account
 * may have slipped into it. Of letters only those are shown that amounts and dates are written with.
 */
public final class Masked {
    /** Other than what numbers, dates and amounts are written with. */
    private static final Pattern LETTERS = Pattern.compile("[^\\p{ASCII}０-９．，：－／（）￥元年月日时分秒]");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    /** Beside foreign letters, that of an account, a document or a phone: dates and amounts stand alone. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[\\s\\p{P}\\p{S}&&[^:*]]{0,2}\\p{Nd}){4,}");
    /** A resident's: seventeen digits and a sign of check (GB 11643). */
    private static final Pattern RESIDENT =
            Pattern.compile("(?<!\\d)\\d(?:[\\s\\p{P}&&[^:]]{0,2}\\d){16}[\\s\\p{P}&&[^:]]{0,2}[\\dXx](?!\\d)");

    /** One letter before a number, as documents have it; dates and amounts have theirs behind a digit. */
    private static final Pattern INITIAL = Pattern.compile("(?<![A-Za-z0-9.])[A-Za-z](?=\\d)");

    private static final Pattern DIGIT = Pattern.compile("[\\p{Nd}Xx]");
    private static final Set<String> SHOWN = Stream.concat(
                    Arrays.stream("""
                            am pm utc gmt cst nan null none nil true false undefined na inf infinity jan feb mar apr
                            may jun jul aug sep oct nov dec january february march april june july august september october
                            november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday
                            sunday rmb yuan ref value name div num st nd rd th""".split("\\s+")),
                    Currency.getAvailableCurrencies().stream()
                            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private Masked() {}

    public static String of(String text) {
        String shown = RESIDENT.matcher(text)
                .replaceAll(number -> DIGIT.matcher(number.group()).replaceAll("*"));
        return withoutWords(INITIAL.matcher(shown).replaceAll("*"), Masked::isOfAmountsAndDates);
    }

    /** The same of a number of an order, of which letters may be a part. */
    public static String ofNumber(String text) {
        return withoutWords(text, word -> word.length() <= 2 || isOfAmountsAndDates(word));
    }

    private static String withoutWords(String text, Predicate<String> isShown) {
        String shown = LETTERS.matcher(text).replaceAll("*");
        boolean isForeign =
                shown.indexOf('*') >= 0 || WORD.matcher(text).results().anyMatch(word -> !isShown.test(word.group()));
        if (!isForeign) {
            return shown;
        }
        shown = WORD.matcher(shown).replaceAll(word -> isShown.test(word.group()) ? word.group() : stars(word.group()));
        return LONG_NUMBER.matcher(shown).replaceAll(number -> DIGIT.matcher(number.group())
                .replaceAll("*"));
    }

    private static boolean isOfAmountsAndDates(String word) {
        return word.length() == 1 || SHOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String stars(String word) {
        return "*".repeat(word.length());
    }
}
