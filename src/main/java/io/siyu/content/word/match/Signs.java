package io.siyu.content.word.match;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** What stands between letters, as the eye takes it: nothing at all, a blank, a sign, or the end of a clause. */
final class Signs {
    private Signs() {}

    /** Soft hyphens, zero-width and format characters, variation selectors, accents that stand alone, controls. */
    static boolean isInvisible(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || switch (Character.getType(codePoint)) {
                    case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    case Character.CONTROL -> !UCharacter.isUWhiteSpace(codePoint);
                    default -> false;
                };
    }

    static boolean isBlank(int codePoint) {
        return UCharacter.isUWhiteSpace(codePoint) && !isLineBreak(codePoint);
    }

    /** The marks behind which another thought begins: ，。！？；：、 and their like in all scripts, and line breaks. */
    static boolean endsClause(int codePoint) {
        return isLineBreak(codePoint)
                || !isDot(codePoint) && UCharacter.hasBinaryProperty(codePoint, UProperty.TERMINAL_PUNCTUATION);
    }

    /** A dot also stands inside of words, as in NO.1. */
    static boolean isDot(int codePoint) {
        return codePoint == '.' || codePoint == '．' || codePoint == '﹒';
    }

    static boolean isLineBreak(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }
}
