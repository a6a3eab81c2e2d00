package io.siyu.platform.text;

/** The signs that every encoding and every collation agrees on. */
public final class Ascii {
    private static final int END = 0x80;

    private Ascii() {}

    /** Whether the text has no other sign. */
    public static boolean isAll(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= END) {
                return false;
            }
        }
        return true;
    }
}
