package io.siyu.platform.files;

import io.siyu.platform.text.VisibleText;

/** What a sender calls a file, without where it lies with the sender and without what nobody can see. */
public final class FileName {
    private FileName() {}

    /** @return empty if there is no name, or nothing of it can be seen */
    public static String plain(String sent) {
        if (sent == null) {
            return "";
        }
        String name = sent.replaceAll("\\p{C}", "").replaceAll(".*[/\\\\]", "").strip();
        return VisibleText.isIn(name) ? name : "";
    }
}
