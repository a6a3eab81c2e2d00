package io.siyu.content.word.match;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;

/**
 * A banned word in a text, and what to do about it.
 *
 * @param written as it stands in the text, with all that hides it
 * @param word as it stands in the list
 * @param isShops whether the shop banned it, and not advertising law
 */
public record BannedWord(String written, String word, boolean isShops) implements Wording {
    @Override
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english();
            case CHINESE -> chinese();
        };
    }

    private String english() {
        String what = "\"" + written + "\"" + (isAsListed() ? "" : " reads as \"" + word + "\", which")
                + (isShops ? " is on the shop's list of banned words" : " must not appear in advertising (广告法)");
        return what + ": leave it out or say it in other words; if it is meant in another sense, allow the whole phrase"
                + " in the shop's word lists.";
    }

    private String chinese() {
        String what = "“" + written + "”" + (isAsListed() ? "" : "读作“" + word + "”，")
                + (isShops ? "在店铺的禁用词中" : "不得用于广告（广告法）");
        return what + "：请删去或换个说法；若是别的意思，可把整个短语加入店铺的允许短语。";
    }

    private boolean isAsListed() {
        return written.equals(word);
    }
}
