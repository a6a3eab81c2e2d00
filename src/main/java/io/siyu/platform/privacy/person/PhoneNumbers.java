package io.siyu.platform.privacy.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the phones of a person among the digits of a text, each as a whole and never as a part of a longer number. */
final class PhoneNumbers {
    private static final String HOME = "CN";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern HOME_MOBILE = Pattern.compile("(?:(?:00)?860?|0)?1[3-9][0-9]{9}");
    private static final int HOME_DIGITS = 11;
    private static final int SHORTEST = 7;
    /** 00, the country's code and the number. */
    private static final int LONGEST = 19;
    /** Shorter numbers are also days, amounts and order numbers. */
    private static final int SHORTEST_SURE = 9;
    /** A shop's, a company's or a household's. */
    private static final Set<PhoneNumberType> SHARED = EnumSet.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL,
            PhoneNumberType.FIXED_LINE);

    /** 00000000000 and 11111111111 are what forms are filled in with. */
    private static final int FEWEST_DIFFERENT = 3;

    private static final List<Integer> IN_THREE = List.of(3, 4, 4);
    private static final List<Integer> IN_THOUSANDS = List.of(2, 3, 3, 3);

    /** By the digits of a spelling. */
    private final Map<String, Spelling> spellings = new HashMap<>();

    private final Predicate<String> isKnown;

    /**
     * @param prefix how many digits stand before the number within its country
     * @param asGiven the sizes of its groups as somebody wrote it
     */
    private record Spelling(int prefix, Naming naming, List<Integer> asGiven) {
        Spelling(int prefix, Naming naming) {
            this(prefix, naming, List.of());
        }
    }

    /**
     * @param phones in E.164, or as they were given
     * @param isKnown tells of a phone, with a plus if it has one, whether it was the person's in former times
     */
    PhoneNumbers(Set<String> phones, Predicate<String> isKnown) {
        this.isKnown = isKnown;
        phones.stream().filter(phone -> phone.indexOf('*') < 0).forEach(this::add);
    }

    private void add(String phone) {
        String folded = FoldedText.of(phone).text().strip();
        String digits = NOT_DIGIT.matcher(folded).replaceAll("");
        if (digits.length() < SHORTEST || digits.chars().distinct().count() < FEWEST_DIFFERENT) {
            return;
        }
        try {
            PhoneNumber number = NUMBERS.parse(folded, HOME);
            // What is behind a platform's number makes it somebody's.
            if (NUMBERS.isPossibleNumber(number) && digits.endsWith(national(number)) && !number.hasExtension()) {
                add(number);
                return;
            }
        } catch (NumberParseException e) {
            // It is looked for as it was given.
        }
        List<Integer> sizes = DigitRun.in(folded).stream()
                .flatMap(run -> run.groups().stream())
                .map(group -> group.digits().length())
                .toList();
        spellings.putIfAbsent(digits, new Spelling(0, naming(digits.length(), false), sizes));
    }

    private void add(PhoneNumber number) {
        String national = national(number);
        String country = Integer.toString(number.getCountryCode());
        boolean isShared = SHARED.contains(NUMBERS.getNumberType(number));
        for (String prefix : List.of("", "0", country, country + "0", "00" + country, "00" + country + "0")) {
            // A 0 tells no number from a day.
            int digits = prefix.length() < 2 ? national.length() : prefix.length() + national.length();
            spellings.put(prefix + national, new Spelling(prefix.length(), naming(digits, isShared)));
        }
    }

    private static Naming naming(int digits, boolean isShared) {
        return digits >= SHORTEST_SURE && !isShared ? Naming.SURE : Naming.PERHAPS;
    }

    private static String national(PhoneNumber number) {
        return NUMBERS.getNationalSignificantNumber(number);
    }

    /** Whether it is a mobile number of the country, and written as nothing else. */
    static boolean isMobile(String text) {
        return HOME_MOBILE.matcher(text.strip()).matches();
    }

    /** Marks what is the person's, and what may be. */
    void find(FoldedText folded, BitSet sure, BitSet perhaps) {
        for (DigitRun run : DigitRun.in(folded.text())) {
            List<DigitRun.Group> groups = run.groups();
            for (int from = 0; from < groups.size(); from++) {
                if (isNoBeginning(groups, from)) {
                    continue;
                }
                StringBuilder digits = new StringBuilder();
                for (int to = from; to < groups.size(); to++) {
                    digits.append(groups.get(to).digits());
                    if (digits.length() > LONGEST) {
                        break;
                    }
                    Naming naming = naming(digits.toString(), groups.subList(from, to + 1));
                    if (naming != Naming.NONE) {
                        mark(naming == Naming.SURE ? sure : perhaps, folded, groups.get(from), groups.get(to));
                    }
                }
            }
        }
    }

    /** The end of an amount, or a number of its own: 1,234.00 8613987651234, 0 13987651234. */
    private static boolean isNoBeginning(List<DigitRun.Group> groups, int at) {
        String digits = groups.get(at).digits();
        boolean isNext = at + 1 < groups.size() && groups.get(at + 1).before() == DigitRun.Gap.NONE;
        return digits.equals("0") && !isNext || digits.equals("00") && at > 0;
    }

    private static void mark(BitSet found, FoldedText folded, DigitRun.Group first, DigitRun.Group last) {
        int start = first.isPlus() ? first.start() - 1 : first.start();
        found.set(folded.starts()[start], folded.ends()[last.end() - 1]);
    }

    private Naming naming(String digits, List<DigitRun.Group> groups) {
        if (digits.length() < SHORTEST) {
            return Naming.NONE;
        }
        Spelling spelling = spellings.get(digits);
        if (spelling == null) {
            spelling = former(digits, groups.get(0).isPlus());
        }
        if (spelling == null) {
            return Naming.NONE;
        }
        return isOneNumber(groups, spelling) ? spelling.naming() : Naming.PERHAPS;
    }

    private Spelling former(String digits, boolean isPlus) {
        boolean isMobile = HOME_MOBILE.matcher(digits).matches();
        boolean isAbroad = isPlus || digits.startsWith("00");
        if (!isMobile && !isAbroad) {
            return null;
        }
        if (!isKnown.test(isPlus ? "+" + digits : digits)) {
            return null;
        }
        return new Spelling(isMobile ? digits.length() - HOME_DIGITS : 0, Naming.SURE);
    }

    /**
     * Whether people write a number in such groups: 139 8765 1234, 139-87651234, 1 3 9 8 …, 13,987,651,234. 1398765 1234
     * are rather two.
     */
    private static boolean isOneNumber(List<DigitRun.Group> groups, Spelling spelling) {
        int prefix = spelling.prefix();
        List<Integer> sizes = new ArrayList<>();
        boolean isWeak = false;
        int skipped = 0;
        for (DigitRun.Group group : groups) {
            int size = group.digits().length();
            int rest = Math.min(size, size - (prefix - skipped));
            skipped += size - Math.max(rest, 0);
            if (rest > 0) {
                isWeak |= !sizes.isEmpty() && group.before() == DigitRun.Gap.WEAK;
                sizes.add(rest);
            }
        }
        if (sizes.size() <= 1 || sizes.equals(IN_THREE) || sizes.equals(spelling.asGiven())) {
            return true;
        }
        if (isWeak) {
            return sizes.equals(IN_THOUSANDS);
        }
        return sizes.size() > 2 || sizes.get(0) <= 4 && sizes.get(1) >= 6;
    }
}
