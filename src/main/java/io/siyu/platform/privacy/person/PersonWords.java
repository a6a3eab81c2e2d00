package io.siyu.platform.privacy.person;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in texts what names a person, and puts a mark in its place. What must not happen: that the person is still named
 * afterwards, and that a text is destroyed which was about somebody or something else. So each word that the person is known
 * by is one of three.
 *
 * <p><b>Sure</b>, the person's alone. It is blanked wherever it stands:
 * <ul>
 *   <li>a phone in every spelling (with blanks, dashes, 0086, in full-width or Chinese digits), also one of former times
 *       by its look-up hash; as a whole number, and in groups in which people write one number ({@link PhoneNumbers});
 *   <li>an e-mail address, also a former one;
 *   <li>a number of nine or more digits that a platform knows the person by, alone and not within an order number, a day or
 *       an amount; a nickname of six or more letters, digits and signs together ({@link WordForm});
 *   <li>a Chinese name of three or more signs that has a surname and is no word of the dictionary; a name of two or more
 *       words with six or more letters, in either order ({@link NameForm});
 *   <li>an address with a number of a house, as a whole; one down to the door also without province, city and district
 *       ({@link AddressForm}).
 * </ul>
 *
 * <p><b>Perhaps</b>, somebody else's as well, or a word: 李雷, 红茶, Rose, 王先生, a number of five to eight digits, a hotline, a
 * fixed line, an area or a house without a door, digits that may be two numbers side by side. It is blanked
 * within {@value #BESIDE} signs of a sure one, and in what is known to be about the person; elsewhere it stays and is
 * counted ({@link #mayBeIn}), so that people look at it.
 *
 * <p><b>Beside</b>, a part of a name or an address: 小晓, 欧阳女士, 7幢301室. It is blanked where a perhaps would be, and
 * counted nowhere.
 *
 * <p>All of it also in the escapes that programs write for signs ({@link EscapedText}). In a text about another buyer of the
 * same name the name means that one.
 *
 * <p>None of these: what stands instead of a name (收货人, 客户, guest), what is masked, numbers of fewer than five digits but
 * in a field that holds a buyer's id, a name of one sign.
 */
public final class PersonWords {
    /** What stands where the person was named. */
    public static final String MARK = "［已删除］";

    /** How far from a sure word an unsure one counts, in signs. */
    static final int BESIDE = 40;

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Pattern MASKED = Pattern.compile(".*[*＊].*", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile(".*[\\p{L}].*");
    private static final int SHORTEST_SURE_PHONE = 9;
    /** Neither a letter nor a digit, nor what stands between such. */
    private static final char NO_SIGN = '\uFFFC';

    private final Pattern sure;
    private final Pattern perhaps;
    private final Pattern beside;
    private final Pattern buyerIds;
    private final Set<String> platformIds = new HashSet<>();
    private final PhoneNumbers phones;
    private final PersonFacts facts;
    private final KnownBy knownBy;

    /** Recognises values that the person was known by earlier, of which only keyed hashes are left. */
    public interface KnownBy {
        boolean phone(String text);

        boolean email(String text);
    }

    public PersonWords(PersonFacts facts, KnownBy knownBy) {
        Map<Naming, List<String>> expressions = new EnumMap<>(Naming.class);
        for (Naming naming : Naming.values()) {
            expressions.put(naming, new ArrayList<>());
        }
        List<String> surely = expressions.get(Naming.SURE);
        shown(facts.emails()).forEach(email -> surely.add(Spellings.ofEmail(email)));
        shown(facts.addresses()).forEach(address -> {
            AddressForm form = AddressForm.of(address);
            surely.addAll(form.sure());
            expressions.get(Naming.PERHAPS).addAll(form.perhaps());
            expressions.get(Naming.BESIDE).addAll(form.beside());
        });
        shown(facts.platformIds()).forEach(id -> {
            platformIds.add(folded(id));
            WordForm.ofId(id).forEach((word, naming) -> expressions.get(naming).add(ofId(word)));
        });
        shown(facts.names()).forEach(name -> NameForm.of(name).words().forEach((word, naming) -> expressions
                .get(naming)
                .add(NameForm.isSurname(word) ? Spellings.ofSurname(word) : Spellings.ofName(word))));
        // A platform's number with an extension behind a word: 转1234.
        shown(facts.phones()).stream()
                .filter(phone -> LETTERS.matcher(phone).matches() && phone.length() >= SHORTEST_SURE_PHONE)
                .forEach(phone -> surely.add(Spellings.ofWord(phone)));
        this.sure = anyOf(surely);
        this.perhaps = anyOf(expressions.get(Naming.PERHAPS));
        this.beside = anyOf(expressions.get(Naming.BESIDE));
        this.buyerIds = anyOf(
                facts.ids().stream().map(id -> "(?<![0-9])" + id + "(?![0-9])").toList());
        Set<String> numbers = new HashSet<>(facts.phones());
        // Some platforms call people by their phones.
        shown(facts.platformIds()).stream().filter(PhoneNumbers::isMobile).forEach(numbers::add);
        this.phones = new PhoneNumbers(numbers, knownBy::phone);
        this.facts = facts;
        this.knownBy = knownBy;
    }

    private static String ofId(String word) {
        return NameForm.isWithoutSpaces(word) ? Spellings.ofName(word) : Spellings.ofWord(word);
    }

    /** Whether the person is this buyer. */
    public boolean isOf(long buyerId) {
        return facts.ids().contains(buyerId);
    }

    /** All buyers that the person is. */
    public Set<Long> buyers() {
        return facts.ids();
    }

    /** For texts about this buyer: a name that is the buyer's as well means the buyer there. */
    public PersonWords inTextsAbout(Long buyerId) {
        return buyerId != null && facts.namesakes().contains(buyerId)
                ? new PersonWords(facts.withoutNames(), knownBy)
                : this;
    }

    /** Whether a text surely names the person, or the buyer that the person is, by its id. */
    public boolean areIn(String text) {
        return text != null
                && (buyerIds.matcher(text).find() || !find(text, false).isEmpty());
    }

    /** The same of the values and names of a JSON document, in whatever escapes they are written. */
    public boolean areInJson(String document) {
        return document != null
                && JsonText.parse(document)
                        .map(root -> PersonInJson.isSurely(root, this))
                        .orElseGet(() -> areIn(document));
    }

    /** Whether a text still names the person perhaps, when it is blanked. People have to look at it. */
    public boolean mayBeIn(String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        return !LongText.find(text, this::unsureIn).isEmpty();
    }

    private BitSet unsureIn(String text) {
        BitSet found = unsureIn(FoldedText.of(text));
        EscapedText.in(text).ifPresent(escaped -> found.or(escaped.written(unsureIn(FoldedText.of(escaped.text())))));
        return found;
    }

    private BitSet unsureIn(FoldedText folded) {
        BitSet found = new BitSet();
        phones.find(folded, new BitSet(), found);
        mark(found, folded, perhaps);
        return found;
    }

    /** The same of the values of a JSON document. */
    public boolean mayBeInJson(String document) {
        return document != null
                && JsonText.parse(document)
                        .map(root -> PersonInJson.isPerhaps(root, this))
                        .orElseGet(() -> mayBeIn(document));
    }

    /**
     * @param isOwn whether the text is known to be about the person
     * @return the text with a mark wherever it names the person; the same if it does not, null for null
     */
    public String blank(String text, boolean isOwn) {
        if (text == null || text.isBlank()) {
            return text;
        }
        BitSet found = find(text, isOwn);
        return found.isEmpty() ? text : blank(text, found);
    }

    /** Which characters of a text name the person. */
    BitSet find(String text, boolean isOwn) {
        return LongText.find(text, window -> findIn(window, isOwn));
    }

    private BitSet findIn(String text, boolean isOwn) {
        BitSet found = new BitSet(text.length());
        int before = -1;
        // What stood directly beside something that was found is a word of its own then.
        while (found.cardinality() > before) {
            before = found.cardinality();
            String left = before == 0 ? text : without(found, text);
            find(FoldedText.of(left), isOwn, found);
            EscapedText.in(left).ifPresent(escaped -> {
                BitSet shown = escaped.shown(found);
                find(FoldedText.of(escaped.text()), isOwn, shown);
                found.or(escaped.written(shown));
            });
        }
        return found;
    }

    private void find(FoldedText folded, boolean isOwn, BitSet found) {
        BitSet unsure = new BitSet();
        mark(found, folded, sure);
        phones.find(folded, found, unsure);
        markFormerEmails(found, folded);
        if (isOwn || !found.isEmpty()) {
            mark(unsure, folded, perhaps);
            mark(unsure, folded, beside);
            addNear(found, unsure, isOwn);
        }
    }

    private static String without(BitSet found, String text) {
        StringBuilder left = new StringBuilder(text);
        found.stream().forEach(at -> left.setCharAt(at, NO_SIGN));
        return left.toString();
    }

    /** The same of each value and name of a JSON document, which stays one. */
    public String blankJson(String document, boolean isOwn) {
        if (document == null || document.isBlank()) {
            return document;
        }
        return JsonText.parse(document)
                .map(root -> {
                    JsonText blanked = PersonInJson.blank(root, isOwn, this);
                    return blanked.equals(root) ? document : blanked.write();
                })
                .orElseGet(() -> blank(document, isOwn));
    }

    /** Whether a field that holds a buyer's id holds the person's. */
    boolean isIdOf(String value) {
        return platformIds.contains(folded(value));
    }

    /** Whether a text is nothing but a word of the person, sure or not. */
    boolean isWhole(String text) {
        String word = folded(text);
        return !word.isEmpty()
                && (perhaps.matcher(word).matches() || beside.matcher(word).matches());
    }

    private static String folded(String text) {
        return FoldedText.of(text).text().strip().toLowerCase(Locale.ROOT);
    }

    private static String blank(String text, BitSet found) {
        StringBuilder blanked = new StringBuilder(text.length());
        int at = 0;
        for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(at)) {
            blanked.append(text, at, start).append(MARK);
            at = found.nextClearBit(start);
        }
        return blanked.append(text, at, text.length()).toString();
    }

    private static void addNear(BitSet found, BitSet unsure, boolean isAny) {
        BitSet near = new BitSet();
        for (int start = unsure.nextSetBit(0); start >= 0; ) {
            int end = unsure.nextClearBit(start);
            int sureBehind = found.nextSetBit(Math.max(0, start - BESIDE));
            if (isAny || sureBehind >= 0 && sureBehind < end + BESIDE) {
                near.set(start, end);
            }
            start = unsure.nextSetBit(end);
        }
        found.or(near);
    }

    private static void mark(BitSet found, FoldedText folded, Pattern pattern) {
        Matcher matcher = pattern.matcher(folded.text());
        while (matcher.find()) {
            mark(found, folded, matcher.start(), matcher.end());
        }
    }

    private void markFormerEmails(BitSet found, FoldedText folded) {
        // Where there is none, it would take long to find that out in a long text.
        if (folded.text().indexOf('@') < 0) {
            return;
        }
        Matcher email = Spellings.EMAIL_LIKE.matcher(folded.text());
        while (email.find()) {
            if (knownBy.email(email.group())) {
                mark(found, folded, email.start(), email.end());
            }
        }
    }

    private static void mark(BitSet found, FoldedText folded, int start, int end) {
        found.set(folded.starts()[start], folded.ends()[end - 1]);
    }

    private static List<String> shown(Collection<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank() && !MASKED.matcher(value).matches())
                .toList();
    }

    private static Pattern anyOf(List<String> expressions) {
        // Of two that begin at one place the longer is meant.
        return expressions.isEmpty()
                ? NONE
                : Pattern.compile(expressions.stream()
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .collect(Collectors.joining("|")));
    }
}
