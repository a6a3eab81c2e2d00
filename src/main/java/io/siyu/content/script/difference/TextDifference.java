package io.siyu.content.script.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a text, word by word as a Chinese dictionary parts them. */
final class TextDifference {
    private TextDifference() {}

    /** The pieces of both texts in their order; joined without those ADDED they are the first, without those REMOVED the other. */
    static List<TextPiece> between(String from, String to) {
        List<String> before = words(from);
        List<String> after = words(to);
        List<TextPiece> pieces = new ArrayList<>();
        int at = 0;
        // In linear space: texts that share nothing would take the memory of all their pairs.
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MeyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                continue;
            }
            int start = delta.getSource().getPosition();
            add(pieces, TextPiece.Change.SAME, before.subList(at, start));
            add(pieces, TextPiece.Change.REMOVED, delta.getSource().getLines());
            add(pieces, TextPiece.Change.ADDED, delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        add(pieces, TextPiece.Change.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<TextPiece> pieces, TextPiece.Change change, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new TextPiece(change, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        if (text == null) {
            return words;
        }
        BreakIterator bounds = BreakIterator.getWordInstance(Locale.CHINESE);
        bounds.setText(text);
        int start = bounds.first();
        for (int end = bounds.next(); end != BreakIterator.DONE; end = bounds.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }
}
