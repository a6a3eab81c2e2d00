package io.siyu.content.word.match;

import com.ibm.icu.text.Bidi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the eye makes of a text besides its letters in their order: a dash that is drawn for 一, letters that are turned around. */
final class OtherReadings {
    /** Of one dash behind one of these: 第—品牌, 唯—, 独—无二. */
    private static final Pattern DASH_FOR_ONE =
            Pattern.compile("(?<=[第唯独獨])[-\u2010-\u2015\u2212\u2500\u2501\u30FC\uFE63\uFF0D](?![-\u2010-\u2015])");

    /** Marks by which what follows is shown from right to left. */
    private static final Pattern TURNED = Pattern.compile("[\u202B\u202E\u2067]");

    private OtherReadings() {}

    /** Empty for nearly all texts. */
    static List<ReaderText> of(String text) {
        List<ReaderText> others = new ArrayList<>();
        if (DASH_FOR_ONE.matcher(text).find()) {
            others.add(ReaderText.of(text, DASH_FOR_ONE.matcher(text).replaceAll("一")));
        }
        if (TURNED.matcher(text).find()) {
            Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            others.add(ReaderText.of(bidi.writeReordered(Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS)));
        }
        return others;
    }
}
