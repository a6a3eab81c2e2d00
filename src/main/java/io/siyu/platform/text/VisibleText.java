package io.siyu.platform.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** What a reader can see of a text. */
public final class VisibleText {
    /** A pattern of dots without a dot: a letter by its category, and blank. */
    private static final int BLANK_BRAILLE = 0x2800;

    private VisibleText() {}

    /** Whether there is anything to be seen. */
    public static boolean isIn(CharSequence text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    /** Whether a sign in it says in which direction others are shown: a name then looks like another one. */
    static boolean isTurned(CharSequence text) {
        return text.codePoints().anyMatch(c -> UCharacter.hasBinaryProperty(c, UProperty.BIDI_CONTROL));
    }

    /** Whether a sign in it is none to be read, but one that printers and terminals obey, or that ends a line. */
    static boolean isControlling(CharSequence text) {
        return text.codePoints().anyMatch(c -> switch (UCharacter.getType(c)) {
            case UCharacterCategory.CONTROL,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    /** Whether the character is no blank, no sign for machines, and none that readers leave out. */
    public static boolean isVisible(int character) {
        return character != BLANK_BRAILLE
                && !UCharacter.isUWhiteSpace(character)
                && !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && switch (UCharacter.getType(character)) {
                    case UCharacterCategory.CONTROL,
                            UCharacterCategory.FORMAT,
                            UCharacterCategory.SURROGATE,
                            UCharacterCategory.PRIVATE_USE,
                            UCharacterCategory.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
