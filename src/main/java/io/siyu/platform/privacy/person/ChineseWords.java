package io.siyu.platform.privacy.person;

import com.ibm.icu.text.BreakIterator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a Chinese text by ICU's dictionary. */
final class ChineseWords {
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(Locale.CHINESE);

    private ChineseWords() {}

    static List<String> of(String text) {
        // It has a state: one each, and a copy is cheap.
        BreakIterator words = WORDS.clone();
        words.setText(text);
        List<String> found = new ArrayList<>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            found.add(text.substring(start, end));
            start = end;
        }
        return found;
    }
}
