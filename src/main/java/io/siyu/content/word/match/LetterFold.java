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
    private static final int NEGATIVE_CIRCLED_A = 0x1F150;
    private static final int NEGATIVE_SQUARED_A = 0x1F170;
    private static final int REGIONAL_A = 0x1F1E6;

    private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKDInstance();
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();
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
        int plain = undecorated(codePoint);
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
        int script = UScript.getScript(codePoint);
        if (script != UScript.GREEK && script != UScript.CYRILLIC && script != UScript.LATIN) {
            return codePoint;
        }
        String drawnLike = LOOKALIKES.getSkeleton(Character.toString(codePoint));
        return drawnLike.length() == 1 && Character.isLetter(drawnLike.charAt(0)) && drawnLike.charAt(0) < 0x80
                ? drawnLike.charAt(0)
                : codePoint;
    }

    /** ICU's table, taken out once: asked letter by letter, the transliterator takes a lock each time. */
    private static Map<Integer, String> simplified() {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        Map<Integer, String> table = new HashMap<>();
        for (String letter : new UnicodeSet(simplify.getSourceSet())) {
            String simple = simplify.transliterate(letter);
            if (letter.codePointCount(0, letter.length()) == 1 && !simple.equals(letter)) {
                table.put(letter.codePointAt(0), simple);
            }
        }
        return Map.copyOf(table);
    }
}
