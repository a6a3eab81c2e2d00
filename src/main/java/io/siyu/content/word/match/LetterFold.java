package io.siyu.content.word.match;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

import java.util.HashMap;
import java.util.Map;

/**
 * What a character says, whichever way it is drawn: compatibility forms (full width, circled, mathematical), accents,
 * traditional script, letters of other alphabets that look like Latin ones, and case make no difference.
 */
final class LetterFold {
    /** A sign that says something: 满100有效 is honest, 100%有效 is not. */
    private static final int PERCENT = '%';

    private static final int ALPHABET = 26;
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2EF3;
    private static final int NEGATIVE_CIRCLED_A = 0x1F150;
    private static final int NEGATIVE_SQUARED_A = 0x1F170;
    private static final int REGIONAL_A = 0x1F1E6;

    private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKDInstance();
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();
    /** Letters that ICU's table leaves as they are: numerals as on cheques, 一 in Bopomofo, a variant. */
    private static final Map<Integer, String> DRAWN_LIKE =
            Map.of((int) '壹', "一", (int) '弌', "一", 0x3127, "一", (int) '峯', "峰");

    private static final Map<Integer, String> SIMPLIFIED = simplified();

    private LetterFold() {}

    /** @return the letters and digits that it stands for, empty for a sign, a blank or something invisible */
    static String fold(int codePoint) {
        String decomposed = COMPATIBILITY.getDecomposition(codePoint);
        if (decomposed == null) {
            return foldOne(codePoint);
        }
        StringBuilder folded = new StringBuilder();
        decomposed.codePoints().forEach(part -> folded.append(foldOne(part)));
        return folded.toString();
    }

    private static String foldOne(int codePoint) {
        if (codePoint == PERCENT) {
            return "%";
        }
        int plain = isRadical(codePoint) ? latin(codePoint) : undecorated(codePoint);
        if (!Character.isLetterOrDigit(plain) && Character.getType(plain) != Character.LETTER_NUMBER
                || Signs.isInvisible(plain)) {
            return "";
        }
        String simple = SIMPLIFIED.getOrDefault(plain, Character.toString(latin(plain)));
        return UCharacter.foldCase(simple, true);
    }

    /** Negative circled and squared letters and digits, and the letters of flags, have no compatibility form. */
    private static int undecorated(int codePoint) {
        for (int first : new int[] {NEGATIVE_CIRCLED_A, NEGATIVE_SQUARED_A, REGIONAL_A}) {
            if (codePoint >= first && codePoint < first + ALPHABET) {
                return 'A' + codePoint - first;
            }
        }
        int type = Character.getType(codePoint);
        if (type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER) {
            int value = UCharacter.getNumericValue(codePoint);
            return value >= 0 && value <= 9 ? '0' + value : codePoint;
        }
        return codePoint;
    }

    /** The Latin letter that a Greek, Cyrillic or odd Latin one is drawn like, else itself. */
    private static int latin(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint;
        }
        if (isRadical(codePoint)) {
            return LOOKALIKES.getSkeleton(Character.toString(codePoint)).codePointAt(0);
        }
        int script = UScript.getScript(codePoint);
        if (script != UScript.GREEK && script != UScript.CYRILLIC && script != UScript.LATIN) {
            return codePoint;
        }
        String drawnLike = LOOKALIKES.getSkeleton(Character.toString(codePoint));
        return drawnLike.length() == 1 && Character.isLetter(drawnLike.charAt(0)) && drawnLike.charAt(0) < 0x80
                ? drawnLike.charAt(0)
                : codePoint;
    }

    /** Parts of characters as dictionaries list them, most of which are drawn as the characters that they are. */
    private static boolean isRadical(int codePoint) {
        return codePoint >= FIRST_RADICAL && codePoint <= LAST_RADICAL;
    }

    /** ICU's table, taken out once: asked letter by letter, the transliterator takes a lock each time. */
    private static Map<Integer, String> simplified() {
        Map<Integer, String> table = new HashMap<>(DRAWN_LIKE);
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        for (String letter : new UnicodeSet(simplify.getSourceSet())) {
            String simple = simplify.transliterate(letter);
            if (letter.codePointCount(0, letter.length()) == 1 && !simple.equals(letter)) {
                table.put(letter.codePointAt(0), simple);
            }
        }
        return Map.copyOf(table);
    }
}
