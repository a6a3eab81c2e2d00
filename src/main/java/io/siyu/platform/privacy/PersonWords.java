package io.siyu.platform.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in texts what names a person, and puts a mark in its place. A phone, an address, a platform id or a full name says
 * who is meant wherever it stands; a name of two characters or a mere form of address is also somebody else's, or a word:
 * it counts beside something that does say it, and in what is known to be about the person.
 */
public final class PersonWords {
    /** What stands where the person was named. */
    public static final String MARK = "［已删除］";

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Pattern FORM_OF_ADDRESS =
            Pattern.compile(".*(?:先生|女士|小姐|太太|老师|同学|客户|买家|用户|亲)|(?:mr|mrs|ms|miss)\\b.*");
    private static final Pattern MASKED = Pattern.compile(".*[*＊].*");
    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_SURE_NAME = 3;
    private static final int SHORTEST_SURE_WORD = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pattern sure;
    private final Pattern unsure;
    private final Pattern ids;
    private final Set<Long> buyers;
    private final KnownBy knownBy;

    /** Recognises values that the person was known by earlier, of which only keyed hashes are left. */
    public interface KnownBy {
        boolean phone(String text);

        boolean email(String text);
    }

    public PersonWords(PersonFacts facts, KnownBy knownBy) {
        List<String> surely = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        facts.phones().forEach(phone -> Spellings.ofPhone(phone).ifPresent(surely::add));
        facts.emails().stream().filter(PersonWords::isShown).forEach(email -> Spellings.ofWord(email)
                .ifPresent(surely::add));
        facts.addresses().stream()
                .filter(PersonWords::isShown)
                .forEach(address -> surely.addAll(Spellings.ofAddress(address)));
        facts.platformIds().stream().filter(PersonWords::isShown).forEach(id -> Spellings.ofWord(id)
                .ifPresent((id.length() >= SHORTEST_SURE_WORD ? surely : perhaps)::add));
        facts.names().stream()
                .filter(PersonWords::isShown)
                .filter(name -> name.codePoints().count() >= SHORTEST_NAME)
                .forEach(name -> Spellings.ofName(name).ifPresent((isSure(name) ? surely : perhaps)::add));
        this.sure = anyOf(surely);
        this.unsure = anyOf(perhaps);
        this.ids = anyOf(
                facts.ids().stream().map(id -> "(?<![0-9])" + id + "(?![0-9])").toList());
        this.buyers = facts.ids();
        this.knownBy = knownBy;
    }

    /** Whether the person is this buyer. */
    public boolean isOf(long buyerId) {
        return buyers.contains(buyerId);
    }

    /** All buyers that the person is. */
    public Set<Long> buyers() {
        return buyers;
    }

    /** Whether a text names the person, or the buyer that the person is, by its id. */
    public boolean areIn(String text) {
        return ids.matcher(text).find() || !blank(text, false).equals(text);
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
        FoldedText folded = FoldedText.of(text);
        BitSet found = new BitSet(text.length());
        mark(found, folded, sure);
        markKnown(found, folded);
        if (isOwn || !found.isEmpty()) {
            mark(found, folded, unsure);
        }
        return found;
    }

    /** The same of each value of a JSON document, which stays one. */
    public String blankJson(String document, boolean isOwn) {
        if (document == null || document.isBlank()) {
            return document;
        }
        try {
            JsonNode root = JSON.readTree(document);
            // What a document names at one place makes a short name sure at another.
            boolean isAbout = isOwn || areIn(document);
            JsonNode blanked = blank(root.deepCopy(), isAbout);
            return blanked.equals(root) ? document : JSON.writeValueAsString(blanked);
        } catch (JsonProcessingException e) {
            return blank(document, isOwn);
        }
    }

    private JsonNode blank(JsonNode node, boolean isOwn) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                object.set(field.getKey(), blank(field.getValue(), isOwn));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, blank(array.get(i), isOwn));
            }
        } else if (node.isTextual() || node.isNumber()) {
            String blanked = blank(node.asText(), isOwn);
            return blanked.equals(node.asText()) ? node : TextNode.valueOf(blanked);
        }
        return node;
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

    private static void mark(BitSet found, FoldedText folded, Pattern pattern) {
        Matcher matcher = pattern.matcher(folded.text());
        while (matcher.find()) {
            mark(found, folded, matcher);
        }
    }

    private void markKnown(BitSet found, FoldedText folded) {
        Matcher phone = Spellings.PHONE_LIKE.matcher(folded.text());
        while (phone.find()) {
            if (knownBy.phone(phone.group())) {
                mark(found, folded, phone);
            }
        }
        // Where there is none, it would take long to find that out in a long text.
        if (folded.text().indexOf('@') < 0) {
            return;
        }
        Matcher email = Spellings.EMAIL_LIKE.matcher(folded.text());
        while (email.find()) {
            if (knownBy.email(email.group())) {
                mark(found, folded, email);
            }
        }
    }

    private static void mark(BitSet found, FoldedText folded, Matcher matcher) {
        found.set(folded.starts()[matcher.start()], folded.ends()[matcher.end() - 1]);
    }

    /** Three characters, or two Latin words, seldom mean anything else. */
    private static boolean isSure(String name) {
        String folded = FoldedText.of(name).text().strip();
        if (FORM_OF_ADDRESS.matcher(folded).matches()) {
            return false;
        }
        boolean isLatin = folded.chars().allMatch(c -> c < 0x250 || Character.getType(c) == Character.NON_SPACING_MARK);
        return isLatin
                ? folded.contains(" ") || folded.length() >= SHORTEST_SURE_WORD
                : folded.codePoints().filter(c -> !Character.isWhitespace(c)).count() >= SHORTEST_SURE_NAME;
    }

    private static boolean isShown(String value) {
        return !MASKED.matcher(value).matches();
    }

    private static Pattern anyOf(List<String> expressions) {
        return expressions.isEmpty() ? NONE : Pattern.compile(String.join("|", expressions));
    }
}
